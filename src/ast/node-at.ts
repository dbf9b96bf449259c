import type { TSESTree } from "@typescript-eslint/utils";
import type { SourceCode } from "./source-code.ts";

/**
 * The innermost node around `offset`, found by descent through ranges: a visit costs the depth of the tree, not its
 * size. Lists (the statements of a program) are searched by halves.
 */
export function nodeAt(sourceCode: SourceCode, offset: number): TSESTree.Node {
  let node: TSESTree.Node = sourceCode.ast;
  for (;;) {
    const child = childAt(sourceCode, node, offset);
    if (!child) return node;
    node = child;
  }
}

function childAt({ visitorKeys }: SourceCode, node: TSESTree.Node, offset: number): TSESTree.Node | undefined {
  for (const key of visitorKeys[node.type] ?? []) {
    const child = node[key as keyof TSESTree.Node] as unknown as
      TSESTree.Node | (TSESTree.Node | null)[] | null | undefined;
    if (!child) continue;
    const hit = Array.isArray(child) ? elementAt(child, offset) : contains(child, offset) ? child : undefined;
    if (hit) return hit;
  }
  return undefined;
}

function elementAt(nodes: readonly (TSESTree.Node | null)[], offset: number): TSESTree.Node | undefined {
  let [low, high] = [0, nodes.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const node = nodes[middle];
    // A hole, `[, a]`, says nothing of where to go on.
    if (!node) return nodes.find((each) => each && contains(each, offset)) ?? undefined;
    if (offset < node.range[0]) high = middle - 1;
    else if (offset >= node.range[1]) low = middle + 1;
    else return node;
  }
  return undefined;
}

function contains(node: TSESTree.Node, offset: number): boolean {
  return node.range[0] <= offset && offset < node.range[1];
}
