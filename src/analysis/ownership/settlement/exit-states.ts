import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { isImplicit, type Edge, type Graph } from "../../control-flow/graph.ts";
import { orderOf } from "../../control-flow/order.ts";
import { factsAcross, factsAfter } from "../../dataflow/answer.ts";
import { findCorrelations } from "../../dataflow/correlations.ts";
import { explore, firstStep, type Step } from "../../dataflow/explore.ts";
import { findLiveKeys, keepLive } from "../../dataflow/live-facts.ts";
import type { Place } from "../../dataflow/places.ts";

/** A way in which a function can end: everything that happened on the way, as bits, and the way itself. */
export interface ExitState {
  readonly bits: number;
  readonly last: Step;
}

/** The code whose ends are asked for, and what its events add to the bits. */
export interface Walked {
  readonly sourceCode: Readonly<TSESLint.SourceCode>;
  readonly graph: Graph;
  readonly changes: ReadonlyMap<TSESTree.Node, number>;
  /** What is never null here: the id of a timer that runs. */
  readonly isHeld: (place: Place) => boolean;
}

/**
 * The bits that the events of a function add up to on the paths to its end; one path for each sum, and none for what
 * it throws. Of throws in between, those of awaits are followed and those of calls are not.
 */
export function findExitStates({ sourceCode, graph, changes, isHeld }: Walked): ExitState[] {
  const correlations = findCorrelations(sourceCode, graph);
  const live = findLiveKeys(graph, correlations);
  const found = new Map<number, Step>();
  explore(
    [firstStep(graph)],
    {
      run(step) {
        const isEnd = step.block === graph.exits.return || step.block === graph.exits.end;
        if (isEnd && !found.has(step.state)) found.set(step.state, step);
        let { state, facts } = step;
        for (const { node } of step.block.events) {
          facts = factsAfter(correlations, node, facts);
          state |= changes.get(node) ?? 0;
        }
        return { state, facts };
      },
      cross(edge, _state, facts) {
        if (isThrowingCall(edge)) return undefined;
        const after = edge.condition ? factsAcross(correlations, edge.condition, facts, isHeld) : facts;
        return after && keepLive(after, live, edge.to);
      },
    },
    orderOf(graph),
  );
  return [...found].map(([bits, last]) => ({ bits, last }));
}

function isThrowingCall(edge: Edge): boolean {
  return isImplicit(edge) && edge.by.type !== "AwaitExpression" && edge.by.type !== "ForOfStatement";
}
