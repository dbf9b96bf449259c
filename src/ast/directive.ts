import type { TSESTree } from "@typescript-eslint/utils";

/** `"use strict"`: a text that says something as long as nothing but others of its kind stand before it. */
export function isDirective(statement: TSESTree.Node): boolean {
  return statement.type === "ExpressionStatement" && statement.directive !== undefined;
}
