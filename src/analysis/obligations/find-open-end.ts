import type { TSESTree } from "@typescript-eslint/utils";
import { noteBound } from "../bounded.ts";
import { bounds } from "../bounds.ts";
import type { Block, Edge } from "../control-flow/graph.ts";
import { questionsAt } from "../dataflow/asks.ts";
import { factsAcross, factsAfter } from "../dataflow/facts-across.ts";
import { explore, firstStep, type Step } from "../dataflow/explore.ts";
import { keepLive } from "../dataflow/live-facts.ts";
import { saysEnded } from "./ended.ts";
import { hasFired } from "./fired.ts";
import { findStarts } from "./find-starts.ts";
import { isHeldBy } from "./held.ts";
import type { Obligation } from "./obligation.ts";
import { effectsOf, isOpenTo, startEvent, type Searchable, type Solvable } from "./solvable.ts";
import { eventsOn } from "./telling-events.ts";
import { has, inFlightOnly, transfer, type State, type World } from "./state.ts";

/** The end of a path on which the obligation is still open: an exit, or the event by which the last holder lost it. */
export interface OpenEnd {
  /** The obligation as it was followed: with or without its parent. */
  readonly obligation: Obligation;
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
  if (isPlainlyMet(solvable, obligation)) return undefined;
  const { alone, withParent } = findStarts(solvable, obligation);
  for (const world of ["fulfilled", "rejected"] as const) {
    const end =
      searchTwice(solvable, obligation, alone, world) ??
      (obligation.withParent && searchTwice(solvable, obligation.withParent, withParent, world));
    if (end) return passesDropped(solvable, end.last) ? undefined : end;
  }
  return undefined;
}

/**
 * Is it discharged on every path there is, those among them that contradict themselves? Most are, and it takes no facts
 * to see. An acquire in a `finally` is reached with completions that only a walk from the entry knows.
 */
function isPlainlyMet({ nodes, plain, graph, ranks }: Solvable, obligation: Obligation): boolean {
  const [place] = nodes.get(startEvent(obligation)) ?? [];
  if (!place || place.block.depth > 0 || obligation.withParent || waits(obligation)) return false;
  const start = { ...firstStep(graph), block: place.block, from: place.index + 1, state: inFlightOnly };
  return !search(plain, obligation, [start], "rejected", ranks);
}

/** Does a path pass a test that no facts were kept for? Then it may be one that contradicts itself. */
function passesDropped({ correlations }: Solvable, last: Step): boolean {
  for (let step: Step | undefined = last; step; step = step.before) {
    const condition = step.edge?.condition;
    const questions = condition ? questionsAt(correlations, condition) : [];
    if (!questions.some(({ key }) => correlations.dropped.has(key))) continue;
    noteBound(bounds.conditions);
    return true;
  }
  return false;
}

/** Does a release wait for a promise? If not, the second world has all the paths of the first, and one search tells. */
function waits({ effects }: Obligation): boolean {
  return [...effects.values()].flat().some((effect) => effect.kind === "release" && effect.when);
}

/** In the cheap order first, which in most cases finds nothing; only a leak needs its shortest path. */
function searchTwice(
  solvable: Solvable,
  obligation: Obligation,
  starts: readonly Step[],
  world: World,
): OpenEnd | undefined {
  return search(solvable, obligation, starts, world, solvable.ranks) && search(solvable, obligation, starts, world);
}

function search(
  solvable: Searchable,
  obligation: Obligation,
  starts: readonly Step[],
  world: World,
  ranks?: readonly number[],
): OpenEnd | undefined {
  const { graph, correlations, live, throws } = solvable;
  const exits = new Set<Block>(Object.values(graph.exits));
  let found: OpenEnd | undefined;
  const end = (last: Step, lostAt?: TSESTree.Node): undefined => {
    found ??= { obligation, last, lostAt, world };
    return undefined;
  };
  explore(
    starts,
    {
      run(step) {
        if (found) return undefined;
        if (exits.has(step.block)) return end(step);
        let { facts } = step;
        let state: State = { kind: "open", holders: step.state };
        for (const event of eventsOn(solvable, obligation, step.block, step.from)) {
          state = transfer(state, effectsOf(obligation, event), world);
          if (state.kind === "lost") return end(step, event.node);
          if (state.kind !== "open") return undefined;
          facts = factsAfter(correlations, event.node, facts, isHeldBy(obligation, state.holders));
        }
        return { state: state.holders, facts };
      },
      cross(edge, holders, facts) {
        if (!isOpenTo(edge, world, throws) || escapesWhenThrown(obligation, edge, holders)) return undefined;
        if (edge.condition && saysEnded(edge.condition, obligation)) return undefined;
        if (hasFired(obligation, edge)) return undefined;
        const after = edge.condition
          ? factsAcross(correlations, edge.condition, facts, isHeldBy(obligation, holders))
          : facts;
        return after && keepLive(after, live, edge.to);
      },
    },
    ranks,
  );
  return found;
}

/** A call that throws may have taken ownership before, and who leaves a `yield` has what it gave. */
function escapesWhenThrown({ effects }: Obligation, { by }: Edge, holders: number): boolean {
  const ofCall = (by && effects.get(by)) ?? [];
  return ofCall.some((effect) => effect.kind === "escape" && (effect.by === undefined || has(holders, effect.by)));
}
