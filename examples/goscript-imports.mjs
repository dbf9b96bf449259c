/**
 * Code that goscript compiled from Go imports its packages as `@goscript/<package>`, and a bundler or `paths` in
 * tsconfig.json maps that to goscript's own files. Plain Node needs the same mapping:
 *
 *     node --import ./examples/goscript-imports.mjs examples/retry-per-attempt/leaking.mjs
 */
import * as nodeModule from "node:module";
import { isMainThread } from "node:worker_threads";

const PREFIX = "@goscript/";
const packages = new URL("../node_modules/goscript/dist/gs/", import.meta.url);

/** Node's resolve hook: `@goscript/context/index.js` is `goscript/dist/gs/context/index.js`. */
export function resolve(specifier, context, next) {
  if (!specifier.startsWith(PREFIX)) return next(specifier, context);
  return next(new URL(specifier.slice(PREFIX.length), packages).href, context);
}

// `registerHooks` (Node 22.15) works in this thread; `register` before it loads this file again in a thread of its own.
if ("registerHooks" in nodeModule) /** @type {any} */ (nodeModule).registerHooks({ resolve });
else if (isMainThread) nodeModule.register(import.meta.url);
