import type { TSESTree } from "@typescript-eslint/utils";
import type { FunctionNode } from "./functions.ts";
import { isNewPromise } from "./names.ts";
import { outermost } from "./transparent.ts";

/** The `new Promise` that a function is the executor of; `undefined` for any other function. */
export function promiseOf(fn: FunctionNode): TSESTree.NewExpression | undefined {
  const value = outermost(fn);
  const { parent } = value;
  return isNewPromise(parent) && parent.arguments[0] === value ? parent : undefined;
}
