import type { TSESTree } from "@typescript-eslint/utils";
import { callGiven, callOf } from "../../../ast/calls.ts";
import type { FunctionNode } from "../../../ast/functions.ts";
import { takesBack } from "../../../ast/takes-back.ts";
import { eventAround } from "../../control-flow/event-around.ts";
import type { Condition, Edge, Graph } from "../../control-flow/graph.ts";
import type { ExitState } from "./exit-states.ts";
import { isNeverCalled } from "./never-called.ts";
import { bits, isOpen } from "./path-bits.ts";
import { isMadeUpFor } from "./reaction-chain.ts";
import type { Settling } from "./settling.ts";
import type { SettlingUse } from "./settling-uses.ts";

/** By what a path changes, of the promise of a timer and the timer itself: an event, or the outcome of a test. */
export interface Origin {
  readonly node: TSESTree.Node;
  /** The function through which it does; `undefined` where that is not known. */
  readonly fn: FunctionNode | undefined;
  readonly change: number;
}

/** By the events of a graph, and by its edges. */
export interface Origins {
  readonly events: ReadonlyMap<TSESTree.Node, Origin>;
  readonly outcomes: ReadonlyMap<Edge, Origin>;
}

/** The function whose own code is looked at. */
interface Looked {
  readonly uses: readonly SettlingUse[];
  readonly graph: Graph;
  readonly acquire: TSESTree.Node;
  /** Does the outcome of a test tell that the timer is cleared, or was never started? */
  readonly isCleared: (condition: Condition) => boolean;
}

/** What each event of a graph changes, and each outcome of a test, and through what. */
export function findOrigins(settling: Settling, { uses, graph, acquire, isCleared }: Looked): Origins {
  const events = new Map<TSESTree.Node, Origin>();
  const outcomes = new Map<Edge, Origin>();
  const edges = graph.blocks.flatMap((block) => block.edges);
  for (const edge of edges) {
    const { condition } = edge;
    if (condition && isCleared(condition))
      outcomes.set(edge, { node: condition.node, fn: undefined, change: bits.cleared });
  }
  for (const use of uses) {
    const tested = changesByOutcome(settling, use, edges);
    for (const [edge, change] of tested) outcomes.set(edge, { node: use.node, fn: use.fn, change });
    if (tested.length > 0) continue;
    const { node, change } = changeOf(settling, use, acquire);
    const at = eventAround(node, graph);
    const known = at && events.get(at);
    if (!at || change === 0) continue;
    const first = known && (known.change & bits.settled) !== 0 ? known : { node: use.node, fn: use.fn };
    events.set(at, { node: first.node, fn: first.fn, change: change | (known?.change ?? 0) });
  }
  return { events, outcomes };
}

/** `if (check()) return`: what a call does on the paths on which it gives what the test asks for. */
function changesByOutcome(settling: Settling, { node, fn }: SettlingUse, edges: readonly Edge[]): [Edge, number][] {
  const call = callOf(node);
  if (!call || !fn || settling.isRunning(fn)) return [];
  return edges
    .filter(({ condition }) => condition?.kind === "truthy" && condition.node === call)
    .map((edge) => [edge, changeOfEnds(settling.endsOf(fn).filter(({ gives }) => gives !== !edge.condition?.holds))]);
}

function changeOf(
  settling: Settling,
  use: SettlingUse,
  acquire: TSESTree.Node,
): { node: TSESTree.Node; change: number } {
  const { node } = use;
  if (use.kind === "timer") return { node, change: bits.armed };
  if (use.kind === "clear") return { node, change: bits.cleared };
  const call = callOf(node);
  if (call) return { node: call, change: use.fn ? changeOfCall(settling, use.fn) : bits.settled };
  if (takesBack(callGiven(node))) return { node, change: 0 };
  const isSettling = !use.fn || settling.endsOf(use.fn).some((end) => isOpen(end.bits));
  const isCalled = isSettling && !isMadeUpFor(settling, node) && !isNeverCalled(settling.sourceCode, node, acquire);
  return { node, change: isCalled ? bits.settled : 0 };
}

function changeOfCall(settling: Settling, fn: FunctionNode): number {
  // It calls itself, which may clear: the call that does not call itself again tells.
  return settling.isRunning(fn) ? bits.cleared : changeOfEnds(settling.endsOf(fn));
}

/** A call may end in several ways. It settles if one of them does, and clears if all that settle do. */
function changeOfEnds(ends: readonly ExitState[]): number {
  const settles = ends.filter((end) => (end.bits & bits.settled) !== 0);
  const telling = settles.length > 0 ? settles : ends.filter((end) => (end.bits & bits.cleared) !== 0);
  const clears = telling.length > 0 && telling.every((end) => (end.bits & bits.cleared) !== 0);
  return (settles.length > 0 ? bits.settled : 0) | (clears ? bits.cleared : 0);
}
