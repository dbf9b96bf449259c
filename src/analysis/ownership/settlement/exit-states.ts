import type { TSESTree } from "@typescript-eslint/utils";
import { isAwaiting } from "../../../ast/pauses.ts";
import type { SourceCode } from "../../../ast/source-code.ts";
import { isImplicit, type Block, type Edge, type Graph } from "../../control-flow/graph.ts";
import { orderOf } from "../../control-flow/order.ts";
import { factsAcross, factsAfter } from "../../dataflow/facts-across.ts";
import { findCorrelations } from "../../dataflow/correlations.ts";
import { explore, firstStep, type Step } from "../../dataflow/explore.ts";
import { literalValue } from "../../dataflow/literals.ts";
import { findLiveKeys, keepLive } from "../../dataflow/live-facts.ts";
import type { Place } from "../../dataflow/places.ts";
import { truthyKinds } from "../../dataflow/value.ts";
import { truths } from "./path-bits.ts";

/** A way in which a function can end: everything that happened on the way, as bits, and the way itself. */
export interface ExitState {
  readonly bits: number;
  /** Whether what it returns is true to a test; `undefined` where that is not written there. */
  readonly gives: boolean | undefined;
  readonly last: Step;
}

/** The code whose ends are asked for, and what its events add to the bits. */
export interface Walked {
  readonly sourceCode: SourceCode;
  readonly graph: Graph;
  readonly changes: ReadonlyMap<TSESTree.Node, number>;
  /** What the outcome of a test adds to them. */
  readonly outcomes?: ReadonlyMap<Edge, number>;
  /** What is never null here: the id of a timer that runs. */
  readonly isHeld: (place: Place) => boolean;
}

/**
 * The bits that the events of a function add up to on the paths to its end; one path for each sum, and none for what
 * it throws. Of throws in between, those of awaits are followed and those of calls are not.
 *
 * Where two outcomes of tests lead to one block, it follows what the first of them adds.
 */
export function findExitStates({ sourceCode, graph, changes, outcomes, isHeld }: Walked): ExitState[] {
  const correlations = findCorrelations(sourceCode, graph);
  const live = findLiveKeys(graph, correlations);
  const found = new Map<string, ExitState>();
  explore(
    [firstStep(graph)],
    {
      run(step) {
        const { block, edge } = step;
        let { state, facts } = step;
        state |= (edge && outcomes?.get(edge)) ?? 0;
        if (block === graph.exits.return || block === graph.exits.end) {
          const gives = truthGiven(graph, step);
          const sum = state & ~eitherTruth;
          const key = `${sum} ${gives}`;
          if (!found.has(key)) found.set(key, { bits: sum, gives, last: step });
        }
        for (const { node } of block.events) {
          facts = factsAfter(correlations, node, facts, isHeld);
          state |= changes.get(node) ?? 0;
        }
        return { state: withTruth(graph, block, state), facts };
      },
      cross(edge, _state, facts) {
        if (isThrowingCall(edge)) return undefined;
        const after = edge.condition ? factsAcross(correlations, edge.condition, facts, isHeld) : facts;
        return after && keepLive(after, live, edge.to);
      },
    },
    orderOf(graph),
  );
  return [...found.values()];
}

const eitherTruth = truths.true | truths.false;

function withTruth(graph: Graph, block: Block, state: number): number {
  const edge = block.edges.find(({ by }) => by?.type === "ReturnStatement");
  if (!edge) return state;
  const gives = truthGiven(graph, { block: edge.to, edge });
  return (state & ~eitherTruth) | (gives === undefined ? 0 : truths[`${gives}`]);
}

/** Whether a function that ends here gives what is true to a test; `undefined` where that is not written there. */
function truthGiven({ root, exits }: Graph, { block, edge }: Pick<Step, "block" | "edge">): boolean | undefined {
  if (root.type === "Program" || root.async || root.generator || root.body.type !== "BlockStatement") return undefined;
  if (block === exits.end) return false;
  if (edge?.by?.type !== "ReturnStatement") return undefined;
  const { argument } = edge.by;
  const value = argument && literalValue(argument);
  if (!value) return argument ? undefined : false;
  return (value.kinds & truthyKinds) !== 0;
}

function isThrowingCall(edge: Edge): boolean {
  return isImplicit(edge) && !isAwaiting(edge.by);
}
