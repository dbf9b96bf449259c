import type { TSESTree } from "@typescript-eslint/utils";
import { isImplicit, type Condition } from "../../control-flow/graph.ts";
import { explore, type Step } from "../../dataflow/explore.ts";
import { factsAcross, factsAfter, holdsNothing } from "../../dataflow/facts-across.ts";
import { keepLive } from "../../dataflow/live-facts.ts";
import type { Place } from "../../dataflow/places.ts";
import { isOpenTo, type Solvable } from "../../obligations/solvable.ts";

/** What is looked for on the paths of one function. States are small numbers. */
export interface PathClient {
  /** The state after an event; `undefined` when the path is of no more interest. */
  readonly event: (node: TSESTree.Node, state: number) => number | undefined;
  /** The state where an `await` may reject: its event comes only behind one that does not. */
  readonly rejects?: (wait: TSESTree.AwaitExpression, state: number) => number;
  /** The state after a test, whatever its outcome. */
  readonly test?: (condition: Condition, state: number) => number;
  /** Can the test come out like that? */
  readonly isTaken?: (condition: Condition, state: number) => boolean;
  /** Is the place known to hold a handle? */
  readonly isHeld?: (place: Place) => boolean;
  /** A path has left the function, other than by a throw. */
  readonly exit?: () => void;
}

/**
 * Walks all paths of a function.
 *
 * @param from the event behind which they begin; `undefined` for the entry
 */
export function walkPaths(own: Solvable, from: TSESTree.Node | undefined, state: number, client: PathClient): void {
  const { graph, correlations, live, ranks, throws } = own;
  const isHeld = client.isHeld ?? holdsNothing;
  explore(
    startsOf(own, from, state),
    {
      run({ block, from: first, state: before, facts: known }) {
        if (block === graph.exits.throw) return undefined;
        if (block === graph.exits.return || block === graph.exits.end) client.exit?.();
        let [after, facts] = [before, known];
        for (const { node } of block.events.slice(first)) {
          facts = factsAfter(correlations, node, facts, isHeld);
          const next = client.event(node, after);
          if (next === undefined) return undefined;
          after = next;
        }
        for (const edge of block.edges) {
          if (edge.condition && client.test) after = client.test(edge.condition, after);
          if (isImplicit(edge) && edge.by.type === "AwaitExpression" && client.rejects)
            after = client.rejects(edge.by, after);
        }
        return { state: after, facts };
      },
      cross(edge, after, facts) {
        if (isImplicit(edge) && !isOpenTo(edge, "rejected", throws)) return undefined;
        const { condition } = edge;
        if (!condition) return keepLive(facts, live, edge.to);
        if (client.isTaken && !client.isTaken(condition, after)) return undefined;
        const across = factsAcross(correlations, condition, facts, isHeld);
        return across && keepLive(across, live, edge.to);
      },
    },
    ranks,
  );
}

function startsOf(
  { graph, prefix, nodes, correlations }: Solvable,
  from: TSESTree.Node | undefined,
  state: number,
): Step[] {
  if (!from) return (prefix.get(graph.entry) ?? []).map((step) => ({ ...step, state }));
  const [place] = nodes.get(from) ?? [];
  return ((place && prefix.get(place.block)) ?? []).map((step) => {
    let { facts } = step;
    for (const { node } of step.block.events.slice(0, place!.index + 1)) facts = factsAfter(correlations, node, facts);
    return { ...step, from: place!.index + 1, state, facts, edge: undefined, before: undefined };
  });
}
