import type { TSESTree } from "@typescript-eslint/utils";
import type { SourceCode } from "./source-code.ts";
import { childrenOf } from "./children.ts";

/** Is there a node in this subtree, itself included, that is accepted? Meant for expressions, not for whole files. */
export function someNode(
  sourceCode: SourceCode,
  node: TSESTree.Node,
  accepts: (node: TSESTree.Node) => boolean,
): boolean {
  return accepts(node) || childrenOf(sourceCode, node).some((child) => someNode(sourceCode, child, accepts));
}
