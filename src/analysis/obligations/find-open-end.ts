import type { TSESTree } from "@typescript-eslint/utils";
import type { HandlePath } from "../../resources/acquisition.ts";
import { isImplicit, type Block, type Edge, type Graph } from "../control-flow/graph.ts";
import { factsAcross, factsAfter } from "../dataflow/answer.ts";
import type { Correlations } from "../dataflow/correlations.ts";
import { explore, type Step } from "../dataflow/explore.ts";
import type { Facts } from "../dataflow/facts.ts";
import { keepLive, type LiveKeys } from "../dataflow/live-facts.ts";
import type { Place } from "../dataflow/places.ts";
import type { Prefix } from "../dataflow/prefix.ts";
import type { Effect, Obligation } from "./obligation.ts";
import { has, inFlightOnly, transfer, type State, type World } from "./state.ts";

/** A graph with what was found out about it before any obligation is followed. */
export interface Solvable {
  readonly graph: Graph;
  readonly correlations: Correlations;
  readonly live: LiveKeys;
  readonly prefix: Prefix;
  /** Where each event stands. */
  readonly places: ReadonlyMap<TSESTree.Node, { readonly block: Block; readonly index: number }>;
  /** Do throws of calls count? They always have edges inside `try`. */
  readonly throws: "await" | "calls";
}

/** The end of a path on which the obligation is still open: an exit, or the event by which the last holder lost it. */
export interface OpenEnd {
  readonly last: Step;
  readonly lostAt: TSESTree.Node | undefined;
  readonly world: World;
}

/**
 * The shortest path from the acquire to an end of its owner on which nothing discharges it. Paths on which nothing is
 * thrown implicitly come first: a leak that needs no rejection is not blamed on one.
 *
 * @returns `undefined` when every path discharges it, or when the acquire cannot be reached
 */
export function findOpenEnd(solvable: Solvable, obligation: Obligation): OpenEnd | undefined {
  return search(solvable, obligation, "fulfilled") ?? search(solvable, obligation, "rejected");
}

/** Which edges a path may take: without implicit throws in the first world, with those that count in the second. */
export function isOpenTo(edge: Edge, world: World, throws: Solvable["throws"]): boolean {
  if (!isImplicit(edge)) return true;
  return world === "rejected" && (throws === "calls" || !isCall(edge.by));
}

function isCall(node: TSESTree.Node | undefined): boolean {
  return node?.type === "CallExpression" || node?.type === "NewExpression" || node?.type === "TaggedTemplateExpression";
}

function search(solvable: Solvable, obligation: Obligation, world: World): OpenEnd | undefined {
  const { graph, correlations, live, throws } = solvable;
  const exits = new Set<Block>(Object.values(graph.exits));
  let found: OpenEnd | undefined;
  explore(startsOf(solvable, obligation), {
    run(step) {
      if (found) return undefined;
      if (exits.has(step.block)) {
        found = { last: step, lostAt: undefined, world };
        return undefined;
      }
      let state: State = { kind: "open", holders: step.state };
      let facts = step.facts;
      for (const event of step.block.events.slice(step.from)) {
        facts = factsAfter(correlations, event.node, facts);
        state = transfer(state, effectsOf(obligation, event), world);
        if (state.kind === "lost") found = { last: step, lostAt: event.node, world };
        if (state.kind !== "open") return undefined;
      }
      return { state: state.holders, facts };
    },
    cross(edge, holders, facts) {
      if (!isOpenTo(edge, world, throws) || escapesWhenThrown(obligation, edge, holders)) return undefined;
      const after = edge.condition
        ? factsAcross(correlations, edge.condition, facts, isHeldBy(obligation, holders))
        : facts;
      return after && keepLive(after, live, edge.to);
    },
  });
  return found;
}

export function effectsOf(
  { effects, disposals }: Obligation,
  event: { kind: string; node: TSESTree.Node },
): readonly Effect[] {
  return (event.kind === "dispose" ? disposals : effects).get(event.node) ?? nothing;
}

const nothing: readonly Effect[] = [];

/** A call that throws may have taken ownership before, and who leaves a `yield` has what it gave. */
function escapesWhenThrown({ effects }: Obligation, { kind, by }: Edge, holders: number): boolean {
  const ofCall = kind === "exceptional" && by ? effects.get(by) : undefined;
  return !!ofCall?.some((effect) => effect.kind === "escape" && (effect.by === undefined || has(holders, effect.by)));
}

/** A holder holds the handle, so it is there, and so is what was bound together with it. */
function isHeldBy({ holders, companions }: Obligation, mask: number): (place: Place) => boolean {
  return ({ variable, members }) =>
    variable !== undefined &&
    ((members.length === 0 && companions.has(variable)) ||
      holders.some((holder, i) => holder.variable === variable && has(mask, i) && isPrefix(members, holder.path)));
}

function isPrefix(members: readonly string[], path: HandlePath): boolean {
  return members.length <= path.length && members.every((name, i) => String(path[i]) === name);
}

/** Right behind the acquire, once for every set of facts with which it is reached. */
function startsOf({ prefix, correlations, places }: Solvable, obligation: Obligation): Step[] {
  const place = places.get(startEvent(obligation));
  if (!place) return [];
  const { block, index } = place;
  return (prefix.get(block) ?? []).map((step) => {
    const passed = block.events.slice(0, index + 1);
    const facts = passed.reduce<Facts>((known, { node }) => factsAfter(correlations, node, known), step.facts);
    return { ...step, from: index + 1, state: inFlightOnly, facts, edge: undefined, before: undefined };
  });
}

/** The event from which the resource is there: the call, or the `await` of a call that promises it. */
export function startEvent({ acquisition: { node, resource } }: Obligation): TSESTree.Node {
  return resource.awaited && node.parent.type === "AwaitExpression" ? node.parent : node;
}
