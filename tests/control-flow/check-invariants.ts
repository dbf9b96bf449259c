import type { Block, Completion, Edge, Graph } from "../../src/analysis/control-flow/graph.ts";

/** What is wrong with the shape of a graph, whatever it was built of; nothing, if the builder keeps its word. */
export function checkInvariants(graph: Graph): string[] {
  const wrong: string[] = [];
  const { blocks, entry, exits } = graph;
  const isExit = (block: Block): boolean => block === exits.return || block === exits.end || block === exits.throw;
  const entered = new Set(blocks.flatMap(({ edges }) => edges.map(({ enters }) => enters)));
  if (entry.depth !== 0) wrong.push("the entry stands inside a finally");
  for (const block of blocks) {
    const at = `b${block.id}`;
    if (blocks[block.id] !== block) wrong.push(`${at} is not at its place`);
    if (isExit(block) && (block.depth !== 0 || block.edges.length > 0)) wrong.push(`${at} is an exit and goes on`);
    for (const edge of block.edges) {
      if (blocks[edge.to.id] !== edge.to) wrong.push(`${at} leads out of the graph`);
      if (edge.leaves && !entered.has(edge.leaves)) wrong.push(`${at} leaves with a completion nobody entered with`);
      if (!keepsDepth(block, edge)) wrong.push(`${at} (${block.depth}) to b${edge.to.id} (${edge.to.depth}): depth`);
    }
  }
  return [...wrong, ...walk(graph, isExit)];
}

/** Entering adds one pending completion, leaving takes one away, a jump may drop several, and nothing else adds any. */
function keepsDepth(from: Block, { to, enters, leaves }: Edge): boolean {
  const pending = from.depth - (leaves ? 1 : 0);
  const before = to.depth - (enters ? 1 : 0);
  return pending >= 0 && before >= 0 && before <= pending;
}

interface Place {
  readonly block: Block;
  readonly pending: readonly Completion[];
}

/** Follows every path with its pending completions: each place has a way on, or is an exit. */
function walk({ entry }: Graph, isExit: (block: Block) => boolean): string[] {
  const wrong = new Set<string>();
  const places = new Map<string, Place>([["", { block: entry, pending: [] }]]);
  const numbers = new Map<Completion, number>();
  const numberOf = (completion: Completion): number => {
    if (!numbers.has(completion)) numbers.set(completion, numbers.size);
    return numbers.get(completion)!;
  };
  for (const { block, pending } of places.values()) {
    const ways = block.edges.filter(({ leaves }) => !leaves || leaves === pending.at(-1));
    const at = `b${block.id} (depth ${block.depth})`;
    if (ways.length === 0 && !isExit(block)) wrong.add(`${at} has no way on with ${pending.at(-1)?.kind} pending`);
    if (pending.length !== block.depth) wrong.add(`${at} is reached with ${pending.length} pending`);
    for (const { to, enters } of ways) {
      const next = [...pending.slice(0, to.depth - (enters ? 1 : 0)), ...(enters ? [enters] : [])];
      const key = `${to.id} ${next.map(numberOf).join(" ")}`;
      if (!places.has(key)) places.set(key, { block: to, pending: next });
    }
  }
  return [...wrong];
}
