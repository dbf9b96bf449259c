import type { TSESTree } from "@typescript-eslint/utils";
import { appendTo } from "../../ast/append-to.ts";
import { oncePer } from "../../ast/once.ts";
import { spend } from "../bounded.ts";
import { isImplicit, type Block, type Edge, type Graph } from "./graph.ts";

/** The blocks in which each node is evaluated, in their order: a function may hold thousands that are asked for. */
const homes = oncePer(({ blocks }: Graph) => {
  const found = new Map<TSESTree.Node, Block[]>();
  for (const block of blocks) {
    for (const { node } of block.events) {
      const known = found.get(node);
      if (!known) found.set(node, [block]);
      else if (known.at(-1) !== block) known.push(block);
    }
  }
  return found;
});

/** The blocks of a graph in which a node is evaluated; none for one that is no event of it. */
export function blocksOf(graph: Graph, node: TSESTree.Node): readonly Block[] {
  return homes(graph).get(node) ?? [];
}

/**
 * Can control come to one of these blocks when it has left another one? To that one itself only if it comes back. The
 * search ends with the first that it comes to, which is most often near.
 */
export function comesFrom(
  home: Block,
  goals: readonly Block[],
  isFollowed: (edge: Edge) => boolean = () => true,
): boolean {
  const reached = new Set<Block>();
  const queue = [home];
  for (const { edges } of queue) {
    spend(1);
    for (const edge of edges) {
      if (reached.has(edge.to) || !isFollowed(edge)) continue;
      if (goals.includes(edge.to)) return true;
      reached.add(edge.to);
      queue.push(edge.to);
    }
  }
  return false;
}

/**
 * The blocks that control can come from to the block of an exit, itself among them, if nothing is rejected. Kept, since
 * from most places of a function it is far to its end.
 */
export const blocksBefore: (exit: Block, graph: Graph) => ReadonlySet<Block> = oncePer((exit, { blocks }) => {
  const sources = new Map<Block, Block[]>();
  for (const block of blocks) {
    for (const edge of block.edges) {
      if (isImplicit(edge)) continue;
      appendTo(sources, edge.to, block);
    }
  }
  const found = new Set([exit]);
  for (const block of found) for (const source of sources.get(block) ?? []) found.add(source);
  return found;
});
