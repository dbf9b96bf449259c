import type { TSESLint, TSESTree } from "@typescript-eslint/utils";

/** Is there a node in this subtree, itself included, that is accepted? Meant for expressions, not for whole files. */
export function someNode(
  sourceCode: Readonly<TSESLint.SourceCode>,
  node: TSESTree.Node,
  accepts: (node: TSESTree.Node) => boolean,
): boolean {
  if (accepts(node)) return true;
  return (sourceCode.visitorKeys[node.type] ?? []).some((key) => {
    const child = node[key as keyof TSESTree.Node] as unknown as TSESTree.Node | (TSESTree.Node | null)[] | null;
    if (Array.isArray(child)) return child.some((each) => each !== null && someNode(sourceCode, each, accepts));
    return child != null && someNode(sourceCode, child, accepts);
  });
}
