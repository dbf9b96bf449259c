import type { TSESTree } from "@typescript-eslint/utils";
import { outermost } from "./transparent.ts";

/** Does nobody get the value of this expression: `f()` and `isReady && f()` as statements, `void f()`? */
export function isDiscarded(node: TSESTree.Node): boolean {
  const value = outermost(node);
  const { parent } = value;
  switch (parent.type) {
    case "ExpressionStatement":
      return true;
    case "UnaryExpression":
      return parent.operator === "void";
    case "SequenceExpression":
      return parent.expressions.at(-1) !== value || isDiscarded(parent);
    case "LogicalExpression":
      return parent.right === value && isDiscarded(parent);
    case "ConditionalExpression":
      return parent.test !== value && isDiscarded(parent);
    case "ForStatement":
      return parent.test !== value;
    default:
      return false;
  }
}
