import type { TSESTree } from "@typescript-eslint/utils";
import { outermost } from "./transparent.ts";

/** The call of which a node is the callee: `stop()`, `stop?.()`; `undefined` where it is none, as the program. */
export function callOf(callee: TSESTree.Node): TSESTree.CallExpression | undefined {
  const value = outermost(callee);
  const { parent } = value;
  return parent?.type === "CallExpression" && parent.callee === value ? parent : undefined;
}

/** The call or `new` that is given an expression, as an argument by itself; `undefined` for any other place. */
export function takerOf(argument: TSESTree.Node): TSESTree.CallExpression | TSESTree.NewExpression | undefined {
  const value = outermost(argument);
  const { parent } = value;
  const isTaker = parent?.type === "CallExpression" || parent?.type === "NewExpression";
  return isTaker && parent.callee !== value ? parent : undefined;
}

/** The same for calls alone: `use(stop)`. */
export function callGiven(argument: TSESTree.Node): TSESTree.CallExpression | undefined {
  const taker = takerOf(argument);
  return taker?.type === "CallExpression" ? taker : undefined;
}

/** Is an expression given to a call or a `new`, as an argument by itself? */
export function isArgument(expression: TSESTree.Node): boolean {
  return takerOf(expression) !== undefined;
}
