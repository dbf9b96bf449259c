import type { TSESTree } from "@typescript-eslint/utils";
import { isPause } from "../../ast/pauses.ts";
import type { Block, Event } from "../control-flow/graph.ts";
import { factsAcross, factsAfter } from "../dataflow/facts-across.ts";
import { explore } from "../dataflow/explore.ts";
import { keepLive } from "../dataflow/live-facts.ts";
import { findStarts } from "./find-starts.ts";
import { isHeldBy } from "./held.ts";
import type { Effect, Obligation } from "./obligation.ts";
import { effectsOf, isOpenTo, type Solvable } from "./solvable.ts";
import { has, heldByParent, transfer } from "./state.ts";

/** Where to begin, and what ends the search. */
export interface After {
  /** The event from which on the resource is in use. */
  readonly event: TSESTree.Node;
  /** Somebody may wait for the work at an `await`: a path that comes to one says nothing. */
  readonly untilAwait: boolean;
  /** Does this event surely release, where the trace says that it does? */
  readonly isSure: (event: TSESTree.Node) => boolean;
}

/** Above the bits of the holders: the resource is in use. */
const inUse = heldByParent + 1;

/**
 * The first release that comes on every path behind an event, if there is one on every path: before the function is
 * left, before the resource escapes, and before somebody may have waited for what uses it. Rejections are not followed.
 *
 * @returns `undefined` if a path has none, or when the event cannot be reached with the resource open
 */
export function findReleaseAfter(solvable: Solvable, obligation: Obligation, after: After): TSESTree.Node | undefined {
  const { graph, correlations, live, throws, ranks } = solvable;
  const exits = new Set<Block>(Object.values(graph.exits));
  const { alone, withParent } = findStarts(solvable, obligation);
  let isOpen = false;
  let release: TSESTree.Node | undefined;
  explore(
    [...alone, ...withParent],
    {
      run(step) {
        let { state, facts } = step;
        if (isOpen || exits.has(step.block)) {
          isOpen ||= has(state, inUse);
          return undefined;
        }
        for (const event of step.block.events.slice(step.from)) {
          const effects = effectsOf(obligation, event);
          const next = has(state, inUse) ? afterUse(state, event, effects, after) : beforeUse(state, effects);
          if (next === "released") {
            release ??= event.node;
            return undefined;
          }
          if (next === "open") isOpen = true;
          if (typeof next !== "number") return undefined;
          facts = factsAfter(correlations, event.node, facts, isHeldBy(obligation, next & ~(1 << inUse)));
          state = event.node === after.event ? next | (1 << inUse) : next;
        }
        return { state, facts };
      },
      cross(edge, state, facts) {
        if (!isOpenTo(edge, "fulfilled", throws)) return undefined;
        const holders = state & ~(1 << inUse);
        const crossed = edge.condition
          ? factsAcross(correlations, edge.condition, facts, isHeldBy(obligation, holders))
          : facts;
        return crossed && keepLive(crossed, live, edge.to);
      },
    },
    ranks,
  );
  return isOpen ? undefined : release;
}

/** What has no holder any more by then is of no interest here. */
function beforeUse(state: number, effects: readonly Effect[]): number | "gone" {
  const next = transfer({ kind: "open", holders: state }, effects, "fulfilled");
  return next.kind === "open" ? next.holders : "gone";
}

function afterUse(
  state: number,
  { kind, node }: Event,
  effects: readonly Effect[],
  { untilAwait, isSure }: After,
): number | "released" | "open" {
  if (untilAwait && isPause(node)) return "open";
  const holders = state & ~(1 << inUse);
  const next = transfer({ kind: "open", holders }, effects, "fulfilled");
  if (next.kind === "open") return next.holders | (1 << inUse);
  const isRelease = effects.some((effect) => effect.kind === "release" && !effect.when);
  const escapes = effects.some((effect) => effect.kind === "escape");
  return isRelease && !escapes && (kind === "dispose" || isSure(node)) ? "released" : "open";
}
