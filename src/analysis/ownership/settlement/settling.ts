import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { callGiven, callOf } from "../../../ast/calls.ts";
import type { FunctionNode } from "../../../ast/functions.ts";
import { calleeWord } from "../../../ast/names.ts";
import { once } from "../../../ast/once.ts";
import { nameOfFunction } from "../../../scope/named-function.ts";
import { eventAround } from "../../control-flow/event-around.ts";
import { graphOf } from "../../control-flow/graph-of.ts";
import type { Condition, Edge, Graph } from "../../control-flow/graph.ts";
import type { Knowledge } from "../../control-flow/knowledge.ts";
import type { Place } from "../../dataflow/places.ts";
import { ClearFlags } from "./clear-flags.ts";
import { ruledOutByStart } from "./started-under.ts";
import { findExitStates, type ExitState } from "./exit-states.ts";
import { isNeverCalled } from "./never-called.ts";
import { isMadeUpFor } from "./reaction-chain.ts";
import { findSettlingUses, type Use } from "./settling-uses.ts";
import type { TimerId } from "./timer-id.ts";
import type { TimerPromise } from "./timer-promise.ts";

/** What a path has seen so far. */
export const bits = { armed: 1, settled: 2, cleared: 4, marked: 8 } as const;

/** Is it a path on which the promise is settled and the timer goes on? */
export function isOpen(state: number): boolean {
  return (state & bits.settled) !== 0 && (state & bits.cleared) === 0;
}

/**
 * Summaries of the functions that settle the promise of a timer, or clear the timer: what each does on its paths.
 * Giving one of them away counts as what it does when it is called, at the place where it is given.
 */
export class Settling {
  readonly sourceCode: Readonly<TSESLint.SourceCode>;
  readonly #knowledge: Knowledge;
  readonly #id: TimerId;
  readonly #acquire: TSESTree.Node;
  readonly #isHeld: (place: Place) => boolean;
  /** Where settlers, clears and functions with either are named: what each event of a function does. */
  readonly #uses: ReadonlyMap<FunctionNode, readonly Use[]>;
  readonly #ends = new Map<FunctionNode, readonly ExitState[]>();
  readonly #asked = new Set<FunctionNode>();
  readonly #flags: ClearFlags | undefined;
  readonly #isRuledOut: (condition: Condition) => boolean;

  constructor(
    sourceCode: Readonly<TSESLint.SourceCode>,
    knowledge: Knowledge,
    { promise, id, isHeld }: { promise: TimerPromise; id: TimerId; isHeld?: (place: Place) => boolean },
    asksFlags: boolean = true,
  ) {
    this.sourceCode = sourceCode;
    this.#knowledge = knowledge;
    this.#id = id;
    this.#acquire = promise.timer;
    this.#isHeld = isHeld ?? (() => false);
    this.#uses = findSettlingUses(sourceCode, promise, id);
    this.#isRuledOut = ruledOutByStart(sourceCode, promise.timer);
    const plain = once(() => new Settling(sourceCode, knowledge, { promise, id, ...(isHeld && { isHeld }) }, false));
    this.#flags = asksFlags ? new ClearFlags(plain, promise) : undefined;
  }

  /** The functions with a use in them, by which the promise is settled or the timer cleared. */
  get functions(): readonly FunctionNode[] {
    return [...this.#uses.keys()];
  }

  /** How a function can end; nothing while it is asked for by itself. */
  endsOf(fn: FunctionNode): readonly ExitState[] {
    const known = this.#ends.get(fn);
    if (known) return known;
    if (this.#asked.has(fn)) return [];
    this.#asked.add(fn);
    const ends = this.#walk(fn);
    this.#ends.set(fn, ends);
    return ends;
  }

  /** The ends of a function; `marked` is an event, or in one, that they tell of. */
  #walk(fn: FunctionNode, marked?: TSESTree.Node): readonly ExitState[] {
    const graph = graphOf(fn, this.#knowledge);
    const { events, outcomes } = this.#originsIn(fn, graph);
    const changes = changesOf(events);
    const mark = marked && eventAround(marked, graph);
    if (mark) changes.set(mark, bits.marked | (changes.get(mark) ?? 0));
    return findExitStates({
      sourceCode: this.sourceCode,
      graph,
      changes,
      outcomes: changesOf(outcomes),
      isHeld: (place) =>
        (this.#id.fate === "kept" && place.variable === this.#id.variable && place.members.length === 0) ||
        this.#isHeld(place),
    });
  }

  /** Is there a path through a function on which this happens? */
  may(fn: FunctionNode, bit: number): boolean {
    return this.endsOf(fn).some((end) => (end.bits & bit) !== 0);
  }

  /** Does a function clear the timer wherever it ends? */
  clears(fn: FunctionNode): boolean {
    const ends = this.endsOf(fn);
    return ends.length > 0 && ends.every((end) => (end.bits & bits.cleared) !== 0);
  }

  /** Does a function clear the timer on each of its paths through a node, or is it the one that does not start it? */
  clearsBeside(fn: FunctionNode, node: TSESTree.Node): boolean {
    const ends = this.#walk(fn, node).filter((end) => (end.bits & bits.marked) !== 0);
    const starts = this.#uses.get(fn)?.some(({ kind }) => kind === "timer") === true;
    const isOver = (state: number): boolean => (state & bits.cleared) !== 0 || (starts && (state & bits.armed) === 0);
    return ends.length > 0 && ends.every((end) => isOver(end.bits));
  }

  /** The name of a settler through which a path settles the promise without a clear. */
  settlerOn(fn: FunctionNode, { last }: ExitState): TSESTree.Node | undefined {
    const { events, outcomes } = this.#originsIn(fn, graphOf(fn, this.#knowledge));
    for (let step: typeof last | undefined = last; step; step = step.before) {
      const { block, edge } = step;
      for (const origin of [edge && outcomes.get(edge), ...block.events.map(({ node }) => events.get(node))]) {
        if (!origin || (origin.change & bits.settled) === 0) continue;
        if (!origin.fn) return origin.node;
        const end = this.endsOf(origin.fn).find((each) => isOpen(each.bits));
        return end ? this.settlerOn(origin.fn, end) : origin.node;
      }
    }
    return undefined;
  }

  /** Where a function is given away, rather than called. */
  placesGiven(fn: FunctionNode): readonly TSESTree.Node[] {
    const name = nameOfFunction(this.sourceCode, fn);
    if (!name) return [fn];
    return name.references.flatMap((each) =>
      each.isRead() && !callOf(each.identifier) && !isTakenBack(each.identifier) ? each.identifier : [],
    );
  }

  /** What each event of a graph changes, and each outcome of a test, and through what. */
  #originsIn(fn: FunctionNode, graph: Graph): Origins {
    const origins = new Map<TSESTree.Node, Origin>();
    const outcomes = this.#outcomesOfFlags(graph);
    for (const use of this.#uses.get(fn) ?? []) {
      const tested = this.#outcomesOf(use, graph);
      for (const [edge, change] of tested) outcomes.set(edge, { node: use.node, fn: use.fn, change });
      if (tested.length > 0) continue;
      const { node, change } = this.#changeOf(use);
      const at = eventAround(node, graph);
      const known = at && origins.get(at);
      if (!at || change === 0) continue;
      const first = known && (known.change & bits.settled) !== 0 ? known : { node: use.node, fn: use.fn };
      origins.set(at, { node: first.node, fn: first.fn, change: change | (known?.change ?? 0) });
    }
    return { events: origins, outcomes };
  }

  /** What the outcomes of tests tell of the timer: that it is cleared, or was never started. */
  #outcomesOfFlags({ blocks }: Graph): Map<Edge, Origin> {
    const outcomes = new Map<Edge, Origin>();
    for (const edge of blocks.flatMap(({ edges }) => edges)) {
      const { condition } = edge;
      if (condition && (this.#isRuledOut(condition) || this.#flags?.tells(this.sourceCode, condition)))
        outcomes.set(edge, { node: condition.node, fn: undefined, change: bits.cleared });
    }
    return outcomes;
  }

  /** `if (check()) return`: what a call does on the paths on which it gives what the test asks for. */
  #outcomesOf({ node, fn }: Use, { blocks }: Graph): [Edge, number][] {
    const call = callOf(node);
    if (!call || !fn || this.#isRunning(fn)) return [];
    const tests = blocks.flatMap(({ edges }) =>
      edges.filter(({ condition }) => condition?.kind === "truthy" && condition.node === call),
    );
    return tests.map((edge) => [
      edge,
      changeOfEnds(this.endsOf(fn).filter(({ gives }) => gives !== !edge.condition?.holds)),
    ]);
  }

  #changeOf(use: Use): { node: TSESTree.Node; change: number } {
    const { node } = use;
    if (use.kind === "timer") return { node, change: bits.armed };
    if (use.kind === "clear") return { node, change: bits.cleared };
    const call = callOf(node);
    if (call) return { node: call, change: use.fn ? this.#changeOfCall(use.fn) : bits.settled };
    if (isTakenBack(node)) return { node, change: 0 };
    const isSettling = !use.fn || this.endsOf(use.fn).some((end) => isOpen(end.bits));
    const isCalled = isSettling && !isMadeUpFor(this, node) && !isNeverCalled(this.sourceCode, node, this.#acquire);
    return { node, change: isCalled ? bits.settled : 0 };
  }

  #changeOfCall(fn: FunctionNode): number {
    // It calls itself, which may clear: the call that does not call itself again tells.
    return this.#isRunning(fn) ? bits.cleared : changeOfEnds(this.endsOf(fn));
  }

  /** Is it asked for while its own ends are looked for? */
  #isRunning(fn: FunctionNode): boolean {
    return this.#asked.has(fn) && !this.#ends.has(fn);
  }
}

/** A call may end in several ways. It settles if one of them does, and clears if all that settle do. */
function changeOfEnds(ends: readonly ExitState[]): number {
  const settling = ends.filter((end) => (end.bits & bits.settled) !== 0);
  const telling = settling.length > 0 ? settling : ends.filter((end) => (end.bits & bits.cleared) !== 0);
  const clears = telling.length > 0 && telling.every((end) => (end.bits & bits.cleared) !== 0);
  return (settling.length > 0 ? bits.settled : 0) | (clears ? bits.cleared : 0);
}

function changesOf<T>(origins: ReadonlyMap<T, Origin>): Map<T, number> {
  return new Map([...origins].map(([at, { change }]) => [at, change]));
}

/** By the events of a graph, and by its edges. */
interface Origins {
  readonly events: ReadonlyMap<TSESTree.Node, Origin>;
  readonly outcomes: ReadonlyMap<Edge, Origin>;
}

interface Origin {
  readonly node: TSESTree.Node;
  readonly fn: FunctionNode | undefined;
  readonly change: number;
}

/** `socket.off("open", onOpen)`: a listener that was given away is taken back. */
function isTakenBack(node: TSESTree.Node): boolean {
  const call = callGiven(node);
  return !!call && /^(?:off|un[a-z]*|remove|delete|detach|cancel|clear)(?:[A-Z]|$)/.test(calleeWord(call) ?? "");
}
