import type { TSESTree } from "@typescript-eslint/utils";
import type { SourceCode } from "./source-code.ts";

/** The nodes right below a node, in the order of the text but for decorators and the like. */
export function childrenOf({ visitorKeys }: SourceCode, node: TSESTree.Node): TSESTree.Node[] {
  const children: TSESTree.Node[] = [];
  for (const key of visitorKeys[node.type] ?? []) {
    const child = node[key as keyof TSESTree.Node] as unknown as TSESTree.Node | (TSESTree.Node | null)[] | null;
    if (!Array.isArray(child)) {
      if (child) children.push(child);
      continue;
    }
    // Not by one `push` of all: a literal may have more elements than a call takes arguments.
    for (const each of child) if (each) children.push(each);
  }
  return children;
}
