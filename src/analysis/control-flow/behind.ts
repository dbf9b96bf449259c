import type { TSESTree } from "@typescript-eslint/utils";
import type { Block, Edge, Graph } from "./graph.ts";

/**
 * The blocks that control can come to behind a node, its own one among them only if it can come back;
 * `undefined` when the node is no event of the graph.
 */
export function blocksBehind(
  { blocks }: Graph,
  node: TSESTree.Node,
  isFollowed: (edge: Edge) => boolean = () => true,
): { readonly home: Block; readonly reached: ReadonlySet<Block> } | undefined {
  const home = blocks.find(({ events }) => events.some((event) => event.node === node));
  if (!home) return undefined;
  const reached = new Set<Block>();
  const queue = [home];
  for (const { edges } of queue) {
    for (const edge of edges) {
      if (reached.has(edge.to) || !isFollowed(edge)) continue;
      reached.add(edge.to);
      queue.push(edge.to);
    }
  }
  return { home, reached };
}
