import type { TSESTree } from "@typescript-eslint/utils";
import type { SourceCode } from "../../ast/source-code.ts";
import type { Condition, Graph } from "../control-flow/graph.ts";
import { meaningOf, questionsIn, type Formula } from "./formula.ts";
import { questionOf, type Question } from "./question.ts";
import { slotOf, type Slot } from "./slots.ts";
import type { Writes } from "./writes.ts";

/** What conditions ask, looked up once for each. */
export interface Asks {
  readonly questionOf: (condition: Condition) => Question | undefined;
  /** What a test of a constant asks by other questions. */
  readonly meaningOf: (condition: Condition) => Formula | undefined;
}

/** The questions of one graph. */
export function asksOf(sourceCode: SourceCode): Asks {
  return {
    questionOf: oncePerTest((condition) => questionOf(sourceCode, condition)),
    meaningOf: oncePerTest((condition) => meaningOf(sourceCode, condition)),
  };
}

/** All questions that a condition asks, by itself and by what it stands for; none where it is understood by neither. */
export function questionsAt({ questionOf, meaningOf }: Asks, condition: Condition): readonly Question[] {
  const question = questionOf(condition);
  if (!question) return [];
  const meaning = meaningOf(condition);
  return meaning ? [question, ...questionsIn(meaning)] : [question];
}

/** Both outcomes of a test ask the same. */
function oncePerTest<Answer>(make: (condition: Condition) => Answer): (condition: Condition) => Answer {
  const byNode = new Map<TSESTree.Node, Map<unknown, Answer>>();
  return (condition) => {
    let byTest = byNode.get(condition.node);
    if (!byTest) byNode.set(condition.node, (byTest = new Map<unknown, Answer>()));
    const test = condition.test ?? condition.kind;
    if (!byTest.has(test)) byTest.set(test, make(condition));
    return byTest.get(test) as Answer;
  };
}

/** A question, and where it is asked. */
export interface Tested {
  readonly question: Question;
  readonly nodes: Set<TSESTree.Node>;
}

/** All that a graph asks, by the key of the question: in a condition, or for the value of something that has one. */
export function collectTests({ blocks }: Graph, asks: Asks, writesTo: (slot: Slot) => Writes): Map<string, Tested> {
  const tests = new Map<string, Tested>();
  const note = (question: Question, node: TSESTree.Node): void => {
    const known = tests.get(question.key) ?? { question, nodes: new Set() };
    tests.set(question.key, known);
    known.nodes.add(node);
  };
  const noteAll = (formula: Formula | undefined, node: TSESTree.Node): void =>
    (formula ? questionsIn(formula) : []).forEach((question) => note(question, node));
  for (const { edges } of blocks) {
    for (const { condition } of edges) {
      const question = condition && asks.questionOf(condition);
      if (!question) continue;
      note(question, condition.test ?? condition.node);
      // Once for each constant, however often that is tested.
      noteAll(asks.meaningOf(condition), question.place?.variable?.defs[0]?.node ?? condition.node);
    }
  }
  for (const { question } of [...tests.values()]) {
    const slot = question.place && slotOf(question.place);
    for (const { event, formula } of slot ? writesTo(slot).here : []) noteAll(formula, event);
  }
  return tests;
}
