import type { TSESTree } from "@typescript-eslint/utils";
import type { SourceCode } from "../../ast/source-code.ts";
import { bounds } from "../bounds.ts";
import type { Condition, Graph } from "../control-flow/graph.ts";
import { chooseConditions, spanIn } from "./choose-conditions.ts";
import { variableKey, type Place } from "./places.ts";
import { questionOf, type Question } from "./question.ts";
import { truthyKinds, type AbstractValue } from "./value.ts";
import { steadinessOf } from "./steadiness.ts";
import { writesOf, type Bindings, type Writes } from "./writes.ts";
import type { Variable } from "../../scope/variables.ts";

/** What an event changes: the keys that become unknown, and the one that becomes known. */
export interface Change {
  readonly forgets: ReadonlySet<string>;
  readonly key: string;
  readonly value: AbstractValue | undefined;
}

/** The conditions of one graph that are worth facts, and the events that change those facts. */
export interface Correlations {
  readonly questionOf: (condition: Condition) => Question | undefined;
  /** Keys that are tested more than once, or of variables that are assigned literals. */
  readonly tracked: Set<string>;
  /** Of those, the keys whose value calls could change. */
  readonly changeable: ReadonlySet<string>;
  readonly changes: ReadonlyMap<TSESTree.Node, readonly Change[]>;
  /** What a variable keeps once it has it, by its key: see `latchOf`. */
  readonly latches: ReadonlyMap<string, AbstractValue>;
  /** The keys that were one too many to keep facts for: the ways past a test of them may contradict themselves. */
  readonly dropped: ReadonlySet<string>;
}

/**
 * Finds the conditions that say something about each other: two tests of one such condition go the same way, and a
 * local that is assigned a literal is what it was assigned. What counts as unchanged in between: `Steadiness`.
 */
export function findCorrelations(sourceCode: SourceCode, graph: Graph, bindings: Bindings = new Map()): Correlations {
  const ask = questionsOf(sourceCode);
  const writesTo = memoize((variable: Variable) => writesOf(variable, graph.root, bindings));
  const steadiness = steadinessOf(graph, writesTo);
  const tests = [...collectTests(graph, ask).values()];
  const assignsLiteral = ({ place }: Question): boolean =>
    place?.members.length === 0 &&
    place.variable !== undefined &&
    writesTo(place.variable).here.some(({ value }) => value);
  const correlated = tests
    .filter(({ question, nodes }) => nodes.size > 1 || assignsLiteral(question))
    .filter(({ question, nodes }) => question.places.every((place) => steadiness.isSteady(place, nodes)));
  const { kept, dropped } = chooseConditions(correlated, bounds.conditions.most, ({ question, nodes }) => {
    const variables = question.places.flatMap(({ variable }) => variable ?? []);
    const written = variables.flatMap((variable) => writesTo(variable).here.map(({ event }) => event));
    const scopes = variables.map(({ scope }) => scope.block);
    return spanIn(graph.root, [...nodes, ...written], scopes);
  });
  const worth = kept
    .map(({ question }) => question)
    .concat(tests.flatMap(({ question: { counter } }) => (counter ? countOf(counter) : [])));
  return {
    questionOf: ask,
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
    questionOf: questionsOf(sourceCode),
    tracked: new Set(),
    changeable: new Set(),
    changes: new Map(),
    latches: new Map(),
    dropped: new Set(),
  };
}

function questionsOf(sourceCode: SourceCode): Correlations["questionOf"] {
  const byNode = memoize<TSESTree.Node, Map<unknown, Question | undefined>>(() => new Map());
  return (condition) => {
    const byTest = byNode(condition.node);
    const test = condition.test ?? condition.kind;
    if (!byTest.has(test)) byTest.set(test, questionOf(sourceCode, condition));
    return byTest.get(test);
  };
}

function memoize<K, V>(make: (key: K) => V): (key: K) => V {
  const made = new Map<K, V>();
  return (key) => {
    if (!made.has(key)) made.set(key, make(key));
    return made.get(key)!;
  };
}

interface Tested {
  readonly question: Question;
  /** Where it is asked. */
  readonly nodes: Set<TSESTree.Node>;
}

function collectTests({ blocks }: Graph, ask: Correlations["questionOf"]): Map<string, Tested> {
  const tests = new Map<string, Tested>();
  for (const { edges } of blocks) {
    for (const { condition } of edges) {
      const question = condition && ask(condition);
      if (!question) continue;
      const known = tests.get(question.key) ?? { question, nodes: new Set() };
      tests.set(question.key, known);
      known.nodes.add(condition.test ?? condition.node);
    }
  }
  return tests;
}

/** Whether a counter is 0 is worth knowing even where the condition it stands in is not steady. */
function countOf(counter: Place): Question {
  return { key: counter.key, yes: truthyKinds, place: counter, places: [counter] };
}

/** The keys of the facts that answer a question. */
export function keysOf({ key, place, counter }: Question): string[] {
  return [key, ...[place, counter].flatMap((each) => each?.key ?? [])];
}

function latchesOf(
  questions: readonly Question[],
  writesTo: (variable: Variable) => Writes,
): Map<string, AbstractValue> {
  const latches = new Map<string, AbstractValue>();
  for (const { variable, members, key } of questions.flatMap(({ places }) => places)) {
    const latch = variable && members.length === 0 ? writesTo(variable).latch : undefined;
    if (latch) latches.set(key, latch);
  }
  return latches;
}

function changesOf(
  questions: readonly Question[],
  writesTo: (variable: Variable) => Writes,
): Map<TSESTree.Node, Change[]> {
  const dependents = new Map<Variable, Set<string>>();
  for (const { key, places } of questions) {
    for (const { variable, key: placeKey } of places) {
      if (variable) dependents.set(variable, (dependents.get(variable) ?? new Set()).add(key).add(placeKey));
    }
  }
  const changes = new Map<TSESTree.Node, Change[]>();
  for (const [variable, forgets] of dependents) {
    for (const { event, value } of writesTo(variable).here) {
      const change = { forgets, key: variableKey(variable), value };
      changes.set(event, [...(changes.get(event) ?? []), change]);
    }
  }
  return changes;
}
