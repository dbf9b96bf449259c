import type { TSESTree } from "@typescript-eslint/utils";
import { callGiven, callOf } from "../../../ast/calls.ts";
import type { FunctionNode } from "../../../ast/functions.ts";
import { once } from "../../../ast/once.ts";
import type { SourceCode } from "../../../ast/source-code.ts";
import { takesBack } from "../../../ast/takes-back.ts";
import { nameOfFunction } from "../../../scope/named-function.ts";
import { readsOf } from "../../../scope/variables.ts";
import { eventAround } from "../../control-flow/event-around.ts";
import { graphOf } from "../../control-flow/graph-of.ts";
import type { Condition, Graph } from "../../control-flow/graph.ts";
import type { Knowledge } from "../../control-flow/knowledge.ts";
import type { Place } from "../../dataflow/places.ts";
import { ClearFlags } from "./clear-flags.ts";
import { ruledOutByStart } from "./started-under.ts";
import { findExitStates, type ExitState } from "./exit-states.ts";
import { bits, isOpen } from "./path-bits.ts";
import { findOrigins, type Origin, type Origins } from "./settling-origins.ts";
import { findSettlingUses, type SettlingUse } from "./settling-uses.ts";
import { keptBeside, tellsOfNone, untestedReads } from "./kept-function.ts";
import type { TimerId } from "./timer-id.ts";
import type { TimedPromise } from "./timer-promise.ts";

/** What is settled, and by what it can be told that there is nothing left to clear. */
interface Settled {
  readonly promise: TimedPromise;
  readonly id: TimerId;
  /** What is never null while there is something to clear. */
  readonly isHeld?: (place: Place) => boolean;
  /** The outcomes of tests that tell, wherever they stand, that nothing needs to be cleared any more. */
  readonly isOver?: (condition: Condition) => boolean;
}

/**
 * Summaries of the functions that settle the promise of a timer, or clear the timer: what each does on its paths.
 * Giving one of them away counts as what it does when it is called, at the place where it is given.
 */
export class Settling {
  readonly sourceCode: SourceCode;
  readonly #knowledge: Knowledge;
  readonly #id: TimerId;
  readonly #acquire: TSESTree.Node;
  readonly #isHeld: (place: Place) => boolean;
  /** Where settlers, clears and functions with either are named: what each event of a function does. */
  readonly #uses: ReadonlyMap<FunctionNode, readonly SettlingUse[]>;
  readonly #ends = new Map<FunctionNode, readonly ExitState[]>();
  readonly #asked = new Set<FunctionNode>();
  readonly #flags: ClearFlags | undefined;
  readonly #isRuledOut: (condition: Condition) => boolean;

  constructor(
    sourceCode: SourceCode,
    knowledge: Knowledge,
    { promise, id, isHeld, isOver }: Settled,
    asksFlags: boolean = true,
  ) {
    this.sourceCode = sourceCode;
    this.#knowledge = knowledge;
    this.#id = id;
    this.#acquire = promise.timer;
    this.#isHeld = isHeld ?? (() => false);
    this.#uses = findSettlingUses(sourceCode, promise, id);
    const isRuledOut = ruledOutByStart(sourceCode, promise.timer);
    const kept = this.functions.flatMap((fn) => keptBeside(sourceCode, fn, promise.timer) ?? []);
    const isNone = (condition: Condition): boolean => kept.some((each) => tellsOfNone(sourceCode, each, condition));
    this.#isRuledOut = (condition) => isRuledOut(condition) || isNone(condition) || isOver?.(condition) === true;
    const settled = { promise, id, ...(isHeld && { isHeld }), ...(isOver && { isOver }) };
    const plain = once(() => new Settling(sourceCode, knowledge, settled, false));
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

  /**
   * The name of a settler through which a path settles the promise without a clear. A function that names itself, such
   * as a listener that has itself taken away, is not asked again.
   */
  settlerOn(
    fn: FunctionNode,
    { last }: ExitState,
    asking: ReadonlySet<FunctionNode> = new Set([fn]),
  ): TSESTree.Node | undefined {
    const { events, outcomes } = this.#originsIn(fn, graphOf(fn, this.#knowledge));
    for (let step: typeof last | undefined = last; step; step = step.before) {
      const { block, edge } = step;
      for (const origin of [edge && outcomes.get(edge), ...block.events.map(({ node }) => events.get(node))]) {
        if (!origin || (origin.change & bits.settled) === 0) continue;
        if (!origin.fn) return origin.node;
        if (asking.has(origin.fn)) continue;
        const end = this.endsOf(origin.fn).find((each) => isOpen(each.bits));
        return end ? this.settlerOn(origin.fn, end, new Set([...asking, origin.fn])) : origin.node;
      }
    }
    return undefined;
  }

  /** Where a function is given away, rather than called. */
  placesGiven(fn: FunctionNode): readonly TSESTree.Node[] {
    const name = nameOfFunction(this.sourceCode, fn);
    const kept = name ? undefined : keptBeside(this.sourceCode, fn, this.#acquire);
    if (!name && !kept) return [fn];
    return (kept ? untestedReads(kept) : readsOf(name)).filter((read) => !callOf(read) && !takesBack(callGiven(read)));
  }

  #originsIn(fn: FunctionNode, graph: Graph): Origins {
    return findOrigins(this, {
      uses: this.#uses.get(fn) ?? [],
      graph,
      acquire: this.#acquire,
      isCleared: (condition) => this.#isRuledOut(condition) || this.#flags?.tells(this.sourceCode, condition) === true,
    });
  }

  /** Is it asked for while its own ends are looked for? */
  isRunning(fn: FunctionNode): boolean {
    return this.#asked.has(fn) && !this.#ends.has(fn);
  }
}

function changesOf<T>(origins: ReadonlyMap<T, Origin>): Map<T, number> {
  return new Map([...origins].map(([at, { change }]) => [at, change]));
}
