import type { TSESTree } from "@typescript-eslint/utils";
import { factsAcross, factsAfter } from "../dataflow/answer.ts";
import { explore, type Step } from "../dataflow/explore.ts";
import { nothingKnown, type Facts } from "../dataflow/facts.ts";
import { keepLive } from "../dataflow/live-facts.ts";
import { noPending } from "../dataflow/pending.ts";
import { isHeldBy } from "./held.ts";
import { inFlight, type Effect, type Obligation } from "./obligation.ts";
import { effectsOf, isOpenTo, startEvent, type Solvable } from "./solvable.ts";
import { has, inFlightOnly, transfer } from "./state.ts";

/** The places right behind an acquire, once for every set of facts with which it is reached. */
export interface Starts {
  /** Reached with the parent open, or for an obligation without a parent never. */
  readonly withParent: readonly Step[];
  readonly alone: readonly Step[];
}

/**
 * Where the paths of an obligation begin. What happened before the acquire matters only if the context it is derived
 * from is of the same activation (cancelled or given away by then, it ends the child too), or if a closure that
 * captures the variable to be bound was given away already.
 */
export function findStarts(solvable: Solvable, obligation: Obligation): Starts {
  const bound = boundHolders(obligation);
  const captured = capturedBy(obligation, bound);
  return obligation.parent || captured.size > 0
    ? walkToStart(solvable, obligation, captured)
    : { withParent: [], alone: prefixStarts(solvable, obligation) };
}

function prefixStarts({ prefix, correlations, places }: Solvable, obligation: Obligation): Step[] {
  const place = places.get(startEvent(obligation));
  if (!place) return [];
  const { block, index } = place;
  return (prefix.get(block) ?? []).map((step) => {
    const passed = block.events.slice(0, index + 1);
    const facts = passed.reduce<Facts>((known, { node }) => factsAfter(correlations, node, known), step.facts);
    return startAt(step, index, facts);
  });
}

function startAt(step: Step, index: number, facts: Facts): Step {
  return { ...step, from: index + 1, state: inFlightOnly, facts, edge: undefined, before: undefined };
}

/** Above the bits of the parent's holders: a closure over the variable was given away; the parent is discharged. */
const capturedBit = 1 << 28;
const parentGone = 1 << 29;

function walkToStart(solvable: Solvable, obligation: Obligation, captured: ReadonlySet<TSESTree.Node>): Starts {
  const { graph, correlations, live, throws } = solvable;
  const { parent } = obligation;
  const [start, parentStart] = [startEvent(obligation), parent && startEvent(parent)];
  const starts: Record<keyof Starts, Step[]> = { withParent: [], alone: [] };
  const first: Step = {
    block: graph.entry,
    from: 0,
    pending: noPending(),
    state: 0,
    facts: nothingKnown,
    edge: undefined,
    before: undefined,
  };
  explore(
    [first],
    {
      run(step) {
        let { state, facts } = step;
        step.block.events.forEach((event, index) => {
          facts = factsAfter(correlations, event.node, facts);
          if (captured.has(event.node)) state |= capturedBit;
          if (parent) state = parentAfter(state, event.node === parentStart, effectsOf(parent, event));
          if (event.node !== start || event.kind !== "evaluate" || state >= capturedBit) return;
          starts[state === 0 ? "alone" : "withParent"].push(startAt(step, index, facts));
        });
        return { state, facts };
      },
      cross(edge, state, facts) {
        if (!isOpenTo(edge, "rejected", throws)) return undefined;
        const isHeld = parent && state > 0 && state < capturedBit ? isHeldBy(parent, state) : (): boolean => false;
        const after = edge.condition ? factsAcross(correlations, edge.condition, facts, isHeld) : facts;
        return after && keepLive(after, live, edge.to);
      },
    },
    solvable.ranks,
  );
  return starts;
}

/** A parent that is lost is leaked itself, and nothing will end its child. */
function parentAfter(state: number, isAcquired: boolean, effects: readonly Effect[]): number {
  const flags = state & capturedBit;
  if (isAcquired) return flags | inFlightOnly;
  const holders = state & (capturedBit - 1);
  if (holders === 0) return state;
  const after = transfer({ kind: "open", holders }, effects, "fulfilled");
  if (after.kind === "open") return flags | after.holders;
  return after.kind === "discharged" ? flags | parentGone : flags;
}

/** The holders to which the result of the acquire is bound. */
function boundHolders({ effects }: Obligation): number {
  let bound = 0;
  for (const list of effects.values()) {
    for (const effect of list) if (effect.kind === "hold" && effect.from === inFlight) bound |= 1 << effect.to;
  }
  return bound;
}

/** The events that give away a closure over one of these holders. */
function capturedBy({ effects, disposals }: Obligation, bound: number): Set<TSESTree.Node> {
  const events = new Set<TSESTree.Node>();
  for (const [node, list] of [...effects, ...disposals]) {
    const lasts = list.some((effect) => effect.kind !== "hold" && effect.lasting && has(bound, effect.by ?? inFlight));
    if (lasts) events.add(node);
  }
  return events;
}
