import type { TSESTree } from "@typescript-eslint/utils";

/** Is it written as `null` or `undefined`? */
export function isNothing(node: TSESTree.Node): boolean {
  return node.type === "Literal" ? node.raw === "null" : node.type === "Identifier" && node.name === "undefined";
}
