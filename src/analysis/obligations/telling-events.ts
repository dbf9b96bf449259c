import type { TSESTree } from "@typescript-eslint/utils";
import { appendTo } from "../../ast/append-to.ts";
import { spend } from "../bounded.ts";
import type { Block, Event } from "../control-flow/graph.ts";
import type { Obligation } from "./obligation.ts";
import type { Solvable } from "./solvable.ts";

/** Where something happens in a graph: the block, and the place of the event in it. */
export interface Place {
  readonly block: Block;
  readonly index: number;
}

/** The places of each node's events. A `using` declarator has two: it is evaluated, and its scope ends. */
export function placesOfNodes(blocks: readonly Block[]): ReadonlyMap<TSESTree.Node, readonly Place[]> {
  const places = new Map<TSESTree.Node, Place[]>();
  for (const block of blocks) {
    block.events.forEach(({ node }, index) => {
      appendTo(places, node, { block, index });
    });
  }
  return places;
}

/** The places of a block, in order, at which an obligation or the facts change; all others can be passed over. */
type Indices = ReadonlyMap<Block, readonly number[]>;

const known = new WeakMap<Obligation, WeakMap<Solvable, Indices>>();

/**
 * The events of a block, from an index on, that say something about an obligation: what acts on it, and what changes
 * facts. A block of straight code may have thousands of others, and each of them be passed for each of its obligations.
 *
 * @param also a node of interest beside them
 */
export function tellingEvents(
  solvable: Solvable,
  obligation: Obligation,
  block: Block,
  from: number,
  also?: TSESTree.Node,
): readonly Event[] {
  const own = indicesOf(solvable, obligation).get(block);
  const others = solvable.factEvents.get(block);
  const asked = also ? (solvable.nodes.get(also) ?? []).flatMap((at) => (at.block === block ? at.index : [])) : [];
  const lists = [own, others, asked].filter((list) => list !== undefined && list.length > 0);
  const [only, ...more] = lists;
  if (!only) return [];
  const indices = more.length === 0 ? only : [...new Set(lists.flat())].sort((a, b) => a! - b!);
  return indices.flatMap((index) => (index! >= from ? block.events[index!]! : []));
}

function indicesOf(solvable: Solvable, obligation: Obligation): Indices {
  let bySolvable = known.get(obligation);
  if (!bySolvable) known.set(obligation, (bySolvable = new WeakMap<Solvable, Indices>()));
  let indices = bySolvable.get(solvable);
  if (!indices) {
    const { effects, disposals } = obligation;
    bySolvable.set(solvable, (indices = indicesIn(solvable.nodes, [...effects.keys(), ...disposals.keys()])));
  }
  return indices;
}

/** The places of some nodes, by block. */
export function indicesIn(nodes: Solvable["nodes"], wanted: Iterable<TSESTree.Node>): Indices {
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
