import type { TSESTree } from "@typescript-eslint/utils";
import { isFunction } from "../../ast/functions.ts";
import { isLoop } from "../../ast/loops.ts";
import { placeOf } from "../../ast/statement-list.ts";

/** The code a declaration can be put before: a statement, or the expression an arrow function consists of. */
export interface Host {
  readonly node: TSESTree.Node;
  readonly isStatement: boolean;
}

/**
 * The nearest such code around an expression, in its own function.
 *
 * @returns `undefined` in a parameter, the head of a loop or its body without braces, a `case`, and at the top of a
 *   script; for a static field, the statement of its class
 */
export function hostOf(expression: TSESTree.Node): Host | undefined {
  for (let at = expression; at.parent; at = at.parent) {
    const { parent } = at;
    if (parent.type === "ArrowFunctionExpression" && parent.body === at && at.type !== "BlockStatement")
      return { node: at, isStatement: false };
    if (isFunction(at) || isFunction(parent) || parent.type === "SwitchCase") return undefined;
    if (isLoop(at)) return undefined;
    if (!placeOf(at)) continue;
    const isScript = parent.type === "Program" && parent.sourceType === "script";
    return isScript ? undefined : { node: at, isStatement: true };
  }
  return undefined;
}
