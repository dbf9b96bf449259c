import type { TSESTree } from "@typescript-eslint/utils";
import { outermost } from "../../ast/transparent.ts";
import { isImplicit, isThrownByCall, type Block, type Edge, type Event, type Graph } from "../control-flow/graph.ts";
import type { Correlations } from "../dataflow/correlations.ts";
import type { LiveKeys } from "../dataflow/live-facts.ts";
import type { Prefix } from "../dataflow/prefix.ts";
import type { Effect, Obligation } from "./obligation.ts";
import type { World } from "./state.ts";

/** A graph with what every search on it needs. */
export interface Searchable {
  readonly graph: Graph;
  readonly correlations: Correlations;
  readonly live: LiveKeys;
  /** Where each node has events, the ends of `using` scopes among them. */
  readonly nodes: ReadonlyMap<TSESTree.Node, readonly { readonly block: Block; readonly index: number }[]>;
  /** The places of the events that change facts. */
  readonly factEvents: ReadonlyMap<Block, readonly number[]>;
  /** Do throws of calls count? They always have edges where a `catch` waits. */
  readonly throws: "await" | "calls";
}

/** A graph with what was found out about it before any obligation is followed. */
export interface Solvable extends Searchable {
  /** The place of each block in the order in which the graph mostly runs. */
  readonly ranks: readonly number[];
  readonly prefix: Prefix;
  /** The same without facts, made of nothing: all of its paths, and more. */
  readonly plain: Searchable;
}

/** Which edges a path may take: without implicit throws in the first world, with those that count in the second. */
export function isOpenTo(edge: Edge, world: World, throws: Solvable["throws"]): boolean {
  return !isImplicit(edge) || (world === "rejected" && (throws === "calls" || !isThrownByCall(edge)));
}

/** What an event does to an obligation. */
export function effectsOf({ effects, disposals }: Obligation, { kind, node }: Event): readonly Effect[] {
  return (kind === "dispose" ? disposals : effects).get(node) ?? nothing;
}

const nothing: readonly Effect[] = [];

/** The event from which the resource is there: the call, or the `await` of a call that promises it. */
export function startEvent({ acquisition: { node, resource } }: Obligation): TSESTree.Node {
  const { parent } = outermost(node);
  return resource.awaited && parent.type === "AwaitExpression" ? parent : node;
}
