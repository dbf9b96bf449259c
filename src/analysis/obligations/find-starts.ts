import type { TSESTree } from "@typescript-eslint/utils";
import { appendTo } from "../../ast/append-to.ts";
import { callOf } from "../../ast/calls.ts";
import { isReaction } from "../../ast/names.ts";
import { oncePer } from "../../ast/once.ts";
import { outermost } from "../../ast/transparent.ts";
import type { Block, Event } from "../control-flow/graph.ts";
import { factsAcross, factsAfter, holdsNothing } from "../dataflow/facts-across.ts";
import { explore, firstStep, type Step } from "../dataflow/explore.ts";
import type { Facts } from "../dataflow/facts.ts";
import { keepLive } from "../dataflow/live-facts.ts";
import { isHeldBy } from "./held.ts";
import { inFlight, type Obligation } from "./obligation.ts";
import { effectsOf, isOpenTo, startEvent, type Solvable } from "./solvable.ts";
import { has, heldByParent, inFlightOnly, transfer } from "./state.ts";
import { factsThrough } from "./telling-events.ts";

/** The places right behind an acquire, once for every set of facts with which it is reached. */
export interface Starts {
  /** Reached with the parent open, or for an obligation without a parent never. */
  readonly withParent: readonly Step[];
  readonly alone: readonly Step[];
}

/**
 * Where the paths of an obligation begin. What happened before the acquire matters only if the context it is derived
 * from is of the same activation (cancelled or given away by then, it ends the child too), or if a closure that
 * captures the variable to be bound was given away already, or waits for a promise and releases then.
 */
export function findStarts(solvable: Solvable, obligation: Obligation): Starts {
  const captured = capturedBy(obligation, boundHolders(obligation));
  const { parent } = obligation;
  if (!parent && captured.size === 0) return { withParent: [], alone: prefixStarts(solvable, obligation) };
  const watched = { parent, captured };
  return startsAmong(parent && captured.size === 0 ? pathsOf(solvable, parent) : walk(solvable, watched), {
    ...watched,
    solvable,
    obligation,
  });
}

function prefixStarts(solvable: Solvable, obligation: Obligation): Step[] {
  const [place] = solvable.nodes.get(startEvent(obligation)) ?? [];
  if (!place) return [];
  const { block, index } = place;
  const steps = solvable.prefix.get(block) ?? [];
  return steps.map((step) => startAt(step, index, factsThrough(solvable, step, index)));
}

function startAt(step: Step, index: number, facts: Facts, state = inFlightOnly): Step {
  return { ...step, from: index + 1, state, facts, edge: undefined, before: undefined };
}

/** Above the bits of the parent's holders: it is discharged. */
const parentGone = 1 << 28;

/** What changes the state on the way to an acquire. */
interface Watched {
  readonly parent: Obligation | undefined;
  readonly captured: ReadonlySet<TSESTree.Node>;
}

/** The ways on which each block is reached. */
type Paths = ReadonlyMap<Block, readonly Step[]>;

/** One walk for all children of a parent: a function may derive hundreds from the one context it is given. */
const pathsOf = oncePer((solvable: Solvable, parent: Obligation): Paths =>
  walk(solvable, { parent, captured: nothingCaptured }),
);

const nothingCaptured: ReadonlySet<TSESTree.Node> = new Set();

function walk({ graph, correlations, live, ranks, throws }: Solvable, watched: Watched): Paths {
  const { parent } = watched;
  const paths = new Map<Block, Step[]>();
  explore(
    [firstStep(graph)],
    {
      run(step) {
        appendTo(paths, step.block, step);
        return pass(step, step.block.events, watched, correlations);
      },
      cross(edge, state, facts) {
        const isOpen = state !== 0 && state !== parentGone;
        if (isOpen && !isOpenTo(edge, "rejected", throws)) return undefined;
        const isHeld = parent && isOpen ? isHeldBy(parent, state) : holdsNothing;
        const after = edge.condition ? factsAcross(correlations, edge.condition, facts, isHeld) : facts;
        return after && keepLive(after, live, edge.to);
      },
    },
    ranks,
  );
  return paths;
}

function startsAmong(
  paths: Paths,
  { solvable, obligation, ...watched }: Watched & { readonly solvable: Solvable; readonly obligation: Obligation },
): Starts {
  const { correlations, nodes } = solvable;
  const [place] = nodes.get(startEvent(obligation)) ?? [];
  const starts: Record<keyof Starts, Step[]> = { withParent: [], alone: [] };
  for (const step of (place && paths.get(place.block)) ?? []) {
    const passed = pass(step, step.block.events.slice(0, place!.index + 1), watched, correlations);
    if (!passed || passed.state === parentGone) continue;
    const { state, facts } = passed;
    if (state === 0) starts.alone.push(startAt(step, place!.index, facts));
    else starts.withParent.push(startAt(step, place!.index, facts, inFlightOnly | (1 << heldByParent)));
  }
  return starts;
}

/** The state and facts behind some events; `undefined` when a closure over the variable is given away by one. */
function pass(
  before: Pick<Step, "state" | "facts">,
  events: readonly Event[],
  { parent, captured }: Watched,
  correlations: Solvable["correlations"],
): Pick<Step, "state" | "facts"> | undefined {
  let { state, facts } = before;
  for (const event of events) {
    if (captured.has(event.node)) return undefined;
    facts = factsAfter(correlations, event.node, facts);
    if (parent) state = parentAfter(state, event, parent);
  }
  return { state, facts };
}

/** A parent that is lost is leaked itself, and nothing will end its child. */
function parentAfter(state: number, event: Event, parent: Obligation): number {
  if (event.node === startEvent(parent)) return inFlightOnly;
  if (state === 0) return state;
  const after = transfer({ kind: "open", holders: state }, effectsOf(parent, event), "fulfilled");
  return after.kind === "open" ? after.holders : after.kind === "discharged" ? parentGone : 0;
}

/** The holders to which the result of the acquire is bound. */
function boundHolders({ effects }: Obligation): number {
  let bound = 0;
  for (const list of effects.values()) {
    for (const effect of list) if (effect.kind === "hold" && effect.from === inFlight) bound |= 1 << effect.to;
  }
  return bound;
}

/**
 * The events that give away a closure over one of these holders, or have one wait for a promise and release then. Not
 * of a race: there each racer is asked whether it releases, in whatever order they stand.
 */
function capturedBy({ effects, disposals, owner }: Obligation, bound: number): Set<TSESTree.Node> {
  const events = new Set<TSESTree.Node>();
  for (const [node, list] of [...effects, ...disposals]) {
    const isWaiting = owner !== "settlement" && node.type === "CallExpression" && isReaction(node) && !isAwaited(node);
    const lasts = list.some((effect) => {
      if (effect.kind === "hold" || !has(bound, effect.by ?? inFlight)) return false;
      return effect.kind === "escape" ? effect.lasting : isWaiting;
    });
    if (lasts) events.add(node);
  }
  return events;
}

/** Is a reaction, or one behind it, awaited where it stands? Then it has run when the next event comes. */
function isAwaited(reaction: TSESTree.Node): boolean {
  const { parent } = outermost(reaction);
  const next = parent && callOf(parent);
  return next ? isReaction(next) && isAwaited(next) : parent.type === "AwaitExpression";
}
