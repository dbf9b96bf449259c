import type { TSESTree } from "@typescript-eslint/utils";
import { appendTo } from "../../ast/append-to.ts";
import { oncePer } from "../../ast/once.ts";
import { spend } from "../bounded.ts";
import type { Block, Event } from "../control-flow/graph.ts";
import { factsAfter } from "../dataflow/facts-across.ts";
import type { Step } from "../dataflow/explore.ts";
import type { Facts } from "../dataflow/facts.ts";
import type { Obligation } from "./obligation.ts";
import type { Searchable } from "./solvable.ts";

/** Where something happens in a graph: the block, and the place of the event in it. */
export interface EventPlace {
  readonly block: Block;
  readonly index: number;
}

/** The places of each node's events. A `using` declarator has two: it is evaluated, and its scope ends. */
export function placesOfNodes(blocks: readonly Block[]): ReadonlyMap<TSESTree.Node, readonly EventPlace[]> {
  const places = new Map<TSESTree.Node, EventPlace[]>();
  for (const block of blocks) {
    block.events.forEach(({ node }, index) => {
      appendTo(places, node, { block, index });
    });
  }
  return places;
}

/** Places in blocks, in order. */
type Indices = ReadonlyMap<Block, readonly number[]>;

/**
 * The events of a block, from an index on, that act on an obligation or change what is known. A block of straight code
 * may have thousands of others, and each of them be passed for each of its obligations.
 */
export function eventsOn(solvable: Searchable, obligation: Obligation, block: Block, from: number): readonly Event[] {
  const acting = indicesOf(solvable, obligation).get(block) ?? [];
  const telling = solvable.factEvents.get(block) ?? [];
  const indices = telling.length === 0 ? acting : [...new Set([...acting, ...telling])].sort((a, b) => a - b);
  return indices.filter((index) => index >= from).map((index) => block.events[index]!);
}

/** The facts behind the events of a block from a step on, to the last one that counts. No handle is there yet. */
export function factsThrough(
  { correlations, factEvents }: Searchable,
  { block, from, facts }: Pick<Step, "block" | "from" | "facts">,
  to: number,
): Facts {
  const passed = factEvents.get(block)?.filter((index) => index >= from && index <= to) ?? [];
  return passed.reduce<Facts>((known, index) => factsAfter(correlations, block.events[index]!.node, known), facts);
}

const indicesOf = oncePer(({ nodes }: Searchable, { effects, disposals }: Obligation) =>
  indicesIn(nodes, [...effects.keys(), ...disposals.keys()]),
);

/** The places of some nodes, by block. */
export function indicesIn(nodes: Searchable["nodes"], wanted: Iterable<TSESTree.Node>): Indices {
  const indices = new Map<Block, number[]>();
  for (const node of new Set(wanted)) {
    spend(1);
    for (const { block, index } of nodes.get(node) ?? []) {
      appendTo(indices, block, index);
    }
  }
  for (const list of indices.values()) list.sort((a, b) => a - b);
  return indices;
}
