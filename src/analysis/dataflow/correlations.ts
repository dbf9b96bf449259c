import type { TSESTree } from "@typescript-eslint/utils";
import type { SourceCode } from "../../ast/source-code.ts";
import { bounds } from "../bounds.ts";
import type { Graph } from "../control-flow/graph.ts";
import { asksOf, collectTests, type Asks } from "./asks.ts";
import { changesOf, type Change } from "./changes.ts";
import { chooseConditions, spanIn } from "./choose-conditions.ts";
import type { Place } from "./places.ts";
import type { Question } from "./question.ts";
import { slotBehind, slotOf, type Slot } from "./slots.ts";
import { truthyKinds, type AbstractValue } from "./value.ts";
import { steadinessOf } from "./steadiness.ts";
import { writesOf, type Bindings, type Writes } from "./writes.ts";

/** The conditions of one graph that are worth facts, and the events that change those facts. */
export interface Correlations extends Asks {
  /** Keys that are asked for more than once, or of slots that are given literals or the outcome of a test. */
  readonly tracked: Set<string>;
  /** Of those, the keys whose value calls could change. */
  readonly changeable: ReadonlySet<string>;
  readonly changes: ReadonlyMap<TSESTree.Node, readonly Change[]>;
  /** What a slot keeps once it has it, by its key: see `latchOf`. */
  readonly latches: ReadonlyMap<string, AbstractValue>;
  /** The keys that were one too many to keep facts for: the ways past a test of them may contradict themselves. */
  readonly dropped: ReadonlySet<string>;
}

/**
 * Finds the conditions that say something about each other: two tests of one such condition go the same way, and a
 * local that is given a literal is that, or the outcome of a test, what that came to. What counts as unchanged in
 * between: `Steadiness`.
 */
export function findCorrelations(sourceCode: SourceCode, graph: Graph, bindings: Bindings = new Map()): Correlations {
  const asks = asksOf(sourceCode);
  const writesByKey = new Map<string, Writes>();
  const writesTo = (slot: Slot): Writes => {
    let known = writesByKey.get(slot.key);
    if (!known) writesByKey.set(slot.key, (known = writesOf(sourceCode, slot, graph.root, bindings)));
    return known;
  };
  const steadiness = steadinessOf(graph, writesTo);
  const tests = [...collectTests(graph, asks, writesTo).values()];
  const isToldByWrites = ({ place }: Question): boolean => {
    const slot = place && slotOf(place);
    return slot !== undefined && writesTo(slot).here.some(({ value, formula }) => value ?? formula);
  };
  const correlated = tests
    .filter(({ question, nodes }) => nodes.size > 1 || isToldByWrites(question))
    .filter(({ question, nodes }) => question.places.every((place) => steadiness.isSteady(place, nodes)));
  const { kept, dropped } = chooseConditions(correlated, bounds.conditions.most, ({ question, nodes }) => {
    const slots = question.places.flatMap((place) => slotBehind(place) ?? []);
    const written = slots.flatMap((slot) => writesTo(slot).here.map(({ event }) => event));
    const scopes = slots.map(({ variable }) => variable.scope.block);
    return spanIn(graph.root, [...nodes, ...written], scopes);
  });
  const worth = kept
    .map(({ question }) => question)
    .concat(tests.flatMap(({ question: { counter } }) => (counter ? countOf(counter) : [])));
  return {
    ...asks,
    tracked: new Set(worth.flatMap(keysOf)),
    changeable: new Set(worth.filter(({ places }) => places.some(steadiness.isChangeable)).map(({ key }) => key)),
    changes: changesOf(worth, writesTo),
    latches: latchesOf(worth, writesTo),
    dropped: new Set(dropped.map(({ question }) => question.key)),
  };
}

/** No correlations: every condition may go either way, but for what it says of a handle by itself. */
export function uncorrelated(sourceCode: SourceCode): Correlations {
  return {
    ...asksOf(sourceCode),
    tracked: new Set(),
    changeable: new Set(),
    changes: new Map(),
    latches: new Map(),
    dropped: new Set(),
  };
}

/** Whether a counter is 0 is worth knowing even where the condition it stands in is not steady. */
function countOf(counter: Place): Question {
  return { key: counter.key, yes: truthyKinds, place: counter, places: [counter] };
}

/** The keys of the facts that answer a question. */
export function keysOf({ key, place, counter }: Question): string[] {
  return [key, ...[place, counter].flatMap((each) => each?.key ?? [])];
}

function latchesOf(questions: readonly Question[], writesTo: (slot: Slot) => Writes): Map<string, AbstractValue> {
  const latches = new Map<string, AbstractValue>();
  for (const place of questions.flatMap(({ places }) => places)) {
    const slot = slotOf(place);
    const latch = slot && writesTo(slot).latch;
    if (latch) latches.set(place.key, latch);
  }
  return latches;
}
