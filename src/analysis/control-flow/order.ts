import type { Block, Graph } from "./graph.ts";

/**
 * The place of each block in reverse postorder: but for the way back of loops, a block comes behind all that lead to
 * it, and what follows a loop comes behind its body.
 */
export function orderOf({ blocks, entry }: Graph): readonly number[] {
  const ranks = new Array<number>(blocks.length).fill(blocks.length);
  const entered = new Set<Block>([entry]);
  const path: { block: Block; next: number }[] = [{ block: entry, next: entry.edges.length }];
  let rank = blocks.length;
  for (let top = path.at(-1); top; top = path.at(-1)) {
    // The last edge first: it leads out of a loop, and what is finished first comes last.
    const edge = top.block.edges[--top.next];
    if (!edge) {
      ranks[top.block.id] = --rank;
      path.pop();
    } else if (!entered.has(edge.to)) {
      entered.add(edge.to);
      path.push({ block: edge.to, next: edge.to.edges.length });
    }
  }
  return ranks;
}
