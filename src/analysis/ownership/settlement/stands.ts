import type { TSESTree } from "@typescript-eslint/utils";

/** Does a node stand inside of another one, or is it that? */
export function stands(node: TSESTree.Node, inside: TSESTree.Node): boolean {
  return inside.range[0] <= node.range[0] && node.range[1] <= inside.range[1];
}
