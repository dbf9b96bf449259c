import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import type { Condition, Graph } from "../control-flow/graph.ts";
import { variableKey, type Place } from "./places.ts";
import { questionOf, type Question } from "./question.ts";
import { truthyKinds, type AbstractValue } from "./value.ts";
import { writesOf, writtenMembers, type Bindings, type Writes } from "./writes.ts";

type Variable = TSESLint.Scope.Variable;

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
}

/** Facts are kept for no more conditions of one function than this; the others count as new at each test. */
const maxTracked = 64;

/**
 * Finds the conditions that say something about each other: two tests of one such condition go the same way, and a
 * local that is assigned a literal is what it was assigned.
 *
 * It takes a member path, or a variable that other functions write, to be unchanged between two tests unless this
 * function writes it, though any call may change it; never in the test of a loop, which only ends by such a change.
 */
export function findCorrelations(
  sourceCode: Readonly<TSESLint.SourceCode>,
  graph: Graph,
  bindings: Bindings = new Map(),
): Correlations {
  const questions = new Map<TSESTree.Node, Map<unknown, Question | undefined>>();
  const ask = (condition: Condition): Question | undefined => {
    let byTest = questions.get(condition.node);
    if (!byTest) questions.set(condition.node, (byTest = new Map<unknown, Question | undefined>()));
    const test = condition.test ?? condition.kind;
    if (!byTest.has(test)) byTest.set(test, questionOf(sourceCode, condition));
    return byTest.get(test);
  };
  const writes = new Map<Variable, Writes>();
  const writesTo = (variable: Variable): Writes => {
    let known = writes.get(variable);
    if (!known) writes.set(variable, (known = writesOf(variable, graph.root, bindings)));
    return known;
  };
  const assigned = writtenMembers(graph);
  const isChangeable = ({ variable, members }: Place): boolean =>
    members.length > 0 || (variable !== undefined && writesTo(variable).elsewhere);
  const isSteady = (place: Place, test: TSESTree.Node): boolean =>
    !isChangeable(place) ||
    (!isLoopTest(test) &&
      !place.members.some((name) => assigned.has(name)) &&
      !(place.variable && writesTo(place.variable).elsewhere && writesTo(place.variable).here.length > 0));

  const tests = new Map<string, { question: Question; nodes: Set<TSESTree.Node> }>();
  const unsteady = new Set<string>();
  for (const { edges } of graph.blocks) {
    for (const { condition } of edges) {
      const question = condition && ask(condition);
      if (!question) continue;
      const test = condition.test ?? condition.node;
      if (!question.places.every((place) => isSteady(place, condition.node))) unsteady.add(question.key);
      const known = tests.get(question.key);
      if (known) known.nodes.add(test);
      else tests.set(question.key, { question, nodes: new Set([test]) });
    }
  }
  const isWorthFacts = ({ question, nodes }: { question: Question; nodes: Set<TSESTree.Node> }): boolean => {
    const { place, key } = question;
    if (unsteady.has(key)) return false;
    const variable = place?.members.length === 0 ? place.variable : undefined;
    return nodes.size > 1 || (variable !== undefined && writesTo(variable).here.some(({ value }) => value));
  };
  const counters = [...tests.values()].flatMap(({ question: { counter } }) => (counter ? countOf(counter) : []));
  const worth = [...tests.values()]
    .filter(isWorthFacts)
    .slice(0, maxTracked)
    .map(({ question }) => question)
    .concat(counters);
  return {
    questionOf: ask,
    tracked: new Set(worth.flatMap(keysOf)),
    changeable: new Set(worth.filter(({ places }) => places.some(isChangeable)).map(({ key }) => key)),
    changes: changesOf(worth, writesTo),
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

/** Is this condition what keeps a loop going? */
function isLoopTest(node: TSESTree.Node): boolean {
  let at = node;
  while (at.parent && /^(?:LogicalExpression|UnaryExpression|BinaryExpression)$/.test(at.parent.type)) at = at.parent;
  const { parent } = at;
  return !!parent && "test" in parent && parent.test === at && /^(?:While|DoWhile|For)Statement$/.test(parent.type);
}
