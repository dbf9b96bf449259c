import type { TSESTree } from "@typescript-eslint/utils";
import { outermost } from "./transparent.ts";

/** The pattern the value of an expression is taken apart with, in a declaration or an assignment. */
export function findPattern(node: TSESTree.Node): TSESTree.ArrayPattern | TSESTree.ObjectPattern | undefined {
  const value = outermost(node);
  const { parent } = value;
  const left =
    parent.type === "VariableDeclarator" && parent.init === value
      ? parent.id
      : parent.type === "AssignmentExpression" && parent.operator === "=" && parent.right === value
        ? parent.left
        : undefined;
  return left?.type === "ArrayPattern" || left?.type === "ObjectPattern" ? left : undefined;
}
