import type { Block, Graph } from "../control-flow/graph.ts";
import { factsAcross, factsAfter, answerByFacts, holdsNothing } from "./facts-across.ts";
import type { Correlations } from "./correlations.ts";
import { explore, firstStep, type Step } from "./explore.ts";
import { keepLive, type LiveKeys } from "./live-facts.ts";

/** For each block that can be reached at all, with what facts and pending completions it is. */
export type Prefix = ReadonlyMap<Block, readonly Step[]>;

/**
 * Walks a graph once for all obligations of it, so that each can be followed from its acquire on with the facts under
 * which the acquire runs.
 *
 * Where a test of a changeable condition is already decided, and one way only, on every path to it, its author expects
 * a change in between; such a condition is dropped from the correlations and the walk repeated.
 */
export function reachPrefix(
  graph: Graph,
  correlations: Correlations,
  live: LiveKeys,
  ranks: readonly number[],
): Prefix {
  for (;;) {
    const { prefix, redundant } = walk(graph, correlations, live, ranks);
    if (redundant.size === 0) return prefix;
    for (const key of redundant) correlations.tracked.delete(key);
  }
}

function walk(
  graph: Graph,
  correlations: Correlations,
  live: LiveKeys,
  ranks: readonly number[],
): { prefix: Prefix; redundant: ReadonlySet<string> } {
  const prefix = new Map<Block, Step[]>();
  const answers = new Map<unknown, { key: string; seen: Set<boolean | undefined> }>();
  explore(
    [firstStep(graph)],
    {
      run(step) {
        const steps = prefix.get(step.block);
        if (steps) steps.push(step);
        else prefix.set(step.block, [step]);
        let { facts } = step;
        for (const { node } of step.block.events) facts = factsAfter(correlations, node, facts);
        return { state: 0, facts };
      },
      cross({ condition, to }, _state, facts) {
        if (!condition) return keepLive(facts, live, to);
        const question = correlations.questionOf(condition);
        if (question && correlations.changeable.has(question.key) && correlations.tracked.has(question.key)) {
          const test = condition.test ?? condition.node;
          const known = answers.get(test) ?? { key: question.key, seen: new Set() };
          answers.set(test, known);
          known.seen.add(answerByFacts(question, facts));
        }
        const after = factsAcross(correlations, condition, facts, holdsNothing);
        return after && keepLive(after, live, to);
      },
    },
    ranks,
  );
  const decided = [...answers.values()].filter(({ seen }) => seen.size === 1 && !seen.has(undefined));
  return { prefix, redundant: new Set(decided.map(({ key }) => key)) };
}
