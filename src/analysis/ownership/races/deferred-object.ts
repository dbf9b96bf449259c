import type { TSESTree } from "@typescript-eslint/utils";
import { calleeMatches } from "../../../ast/names.ts";
import { unwrap } from "../../../ast/transparent.ts";
import { alternativesOf } from "./racers.ts";

/** Makes a promise and its resolve function: `Promise.withResolvers()`, `defer()`, `new DeferredPromise()`. */
const makers = /^(?:\w*[wW]ithResolvers|Future|\w*[dD]efer(?:red)?(?:Promise)?)$/;

/** What such an object calls its promise. */
export const promiseOfDeferred: RegExp = /^(?:promise|await)$/;

/** Is a value a promise together with what settles it? Its resolve function is called by somebody else. */
export function isDeferredObject(value: TSESTree.Node | undefined): boolean {
  return value !== undefined && alternativesOf(value).some(makesDeferred);
}

/** Is it the call that makes one? */
export function makesDeferred(expression: TSESTree.Node): boolean {
  const call = unwrap(expression);
  const isCall = call.type === "CallExpression" || call.type === "NewExpression";
  return isCall && calleeMatches(call, makers);
}
