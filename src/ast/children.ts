import type { TSESLint, TSESTree } from "@typescript-eslint/utils";

/** The nodes right below a node, in the order of the text but for decorators and the like. */
export function childrenOf(
  { visitorKeys }: Readonly<TSESLint.SourceCode>,
  node: TSESTree.Node,
): TSESTree.Node[] {
  const children: TSESTree.Node[] = [];
  for (const key of visitorKeys[node.type] ?? []) {
    const child = node[key as keyof TSESTree.Node] as unknown as TSESTree.Node | (TSESTree.Node | null)[] | null;
    if (Array.isArray(child)) children.push(...child.filter((each) => each !== null));
    else if (child) children.push(child);
  }
  return children;
}
