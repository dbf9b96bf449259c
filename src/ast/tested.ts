import type { TSESTree } from "@typescript-eslint/utils";
import { outermost } from "./transparent.ts";

/**
 * Is a value, which is truthy where it is anything, only asked what it is: by a condition, a comparison or an operator?
 * Nobody gets it then. A value that is discarded counts too.
 */
export function isOnlyTested(node: TSESTree.Node): boolean {
  const value = outermost(node);
  const { parent } = value;
  switch (parent.type) {
    case "IfStatement":
    case "WhileStatement":
    case "DoWhileStatement":
    case "ForStatement":
    case "BinaryExpression":
    case "ExpressionStatement":
    case "UnaryExpression":
      return true;
    case "ConditionalExpression":
      return parent.test === value || isOnlyTested(parent);
    case "LogicalExpression":
      return (parent.left === value && parent.operator === "&&") || isOnlyTested(parent);
    case "SequenceExpression":
      return parent.expressions.at(-1) !== value || isOnlyTested(parent);
    default:
      return false;
  }
}
