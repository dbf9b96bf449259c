import type { Library } from "../../resource.ts";

/**
 * `@earendil-works/chord/context`: `{ context, cancel }`.
 *
 * `withContextValue`, `withAbortSignal` and `withoutAbortSignal` give a context alone: nothing to release.
 */
export const chord: Library = {
  modules: ["@earendil-works/chord/context"],
  source: "npm @earendil-works/chord@0.87.1, dist/context/index.js",
  roots: ["BACKGROUND_CONTEXT", "TODO_CONTEXT"],
  foreignParent: "free",
  resources: [
    {
      // The link is an `AbortSignal.any`, which the collector frees by itself.
      acquire: { call: "withCancel" },
      value: "context",
      handle: "cancel",
      release: { by: "call" },
      holds: [],
      parent: "first",
      traits: { idempotent: true, stateless: true },
    },
  ],
};
