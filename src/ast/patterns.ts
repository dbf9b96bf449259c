import type { TSESTree } from "@typescript-eslint/utils";
import { outermost } from "./transparent.ts";

/** The pattern the value of an expression is taken apart with, in a declaration or an assignment. */
export function findPattern(node: TSESTree.Node): TSESTree.ArrayPattern | TSESTree.ObjectPattern | undefined {
  const target = targetOf(node);
  return target?.type === "ArrayPattern" || target?.type === "ObjectPattern" ? target : undefined;
}

/** What a declaration or an assignment gives the value of an expression to: a name, a member, a pattern. */
export function targetOf(node: TSESTree.Node): TSESTree.Node | undefined {
  const value = outermost(node);
  const { parent } = value;
  if (parent.type === "VariableDeclarator") return parent.init === value ? parent.id : undefined;
  return parent.type === "AssignmentExpression" && parent.right === value ? parent.left : undefined;
}
