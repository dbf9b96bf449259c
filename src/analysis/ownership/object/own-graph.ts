import type { TSESTree } from "@typescript-eslint/utils";
import { isFunction, type FunctionNode } from "../../../ast/functions.ts";
import { oncePer } from "../../../ast/once.ts";
import { isImplicit, type Condition, type GraphRoot } from "../../control-flow/graph.ts";
import { spend } from "../../bounded.ts";
import { factsAcross, factsAfter } from "../../dataflow/facts-across.ts";
import { explore, type Step } from "../../dataflow/explore.ts";
import { keepLive } from "../../dataflow/live-facts.ts";
import type { Place } from "../../dataflow/places.ts";
import { makeSolvable } from "../../obligations/make-solvable.ts";
import { isOpenTo, type Solvable } from "../../obligations/solvable.ts";
import type { TracedFile } from "../tracing/claim.ts";
import { activationOf } from "../functions/deferred.ts";
import { plainKnowledgeOf } from "../outcomes/knowledge.ts";
import type { Field } from "./field.ts";
import { eventsOf } from "./own-events.ts";
import { ownFunctionAt } from "../functions/own-functions.ts";

/** The graph of a function of an object with its facts, made once for all questions about its fields. */
export const solvableOf: (file: TracedFile, root: GraphRoot) => Solvable = oncePer(({ sourceCode, known }, root) =>
  makeSolvable(sourceCode, root, plainKnowledgeOf(sourceCode, known.settings), new Map()),
);

/** The conditions on which a function goes one way or the other. */
export function conditionsOf(file: TracedFile, root: GraphRoot): Condition[] {
  return solvableOf(file, root).graph.blocks.flatMap(({ edges }) => edges.flatMap(({ condition }) => condition ?? []));
}

/** A function and all functions of this file that it runs, at once or by calls of calls. */
export const runBy: (file: TracedFile, fn: FunctionNode) => ReadonlySet<FunctionNode> = oncePer((file, fn) => {
  const run = new Set([fn]);
  for (const each of run) {
    spend(1);
    for (const callee of calleesOf(file, each)) run.add(callee);
  }
  return run;
});

const calleesOf = oncePer((file: TracedFile, fn: FunctionNode) => [
  ...new Set(eventsOf(file.sourceCode, fn).flatMap((event) => calledBy(file, event) ?? [])),
]);

/** The function of this file that an event calls, if it is known. */
export function calledBy({ sourceCode }: TracedFile, event: TSESTree.Node): FunctionNode | undefined {
  return event.type === "CallExpression" ? ownFunctionAt(sourceCode, event.callee) : undefined;
}

/** Does a function stop the timer in the field, itself or by what it calls? */
export function releases(file: TracedFile, field: Field, fn: FunctionNode): boolean {
  return runsAny(file, fn, releaseEvents(field));
}

const releaseEvents = oncePer(
  (field: Field): ReadonlySet<TSESTree.Node> =>
    new Set(field.uses.filter(({ kind }) => kind === "release").map(({ event }) => event)),
);

/** Is any of these events one of a function, or of what it calls? */
export function runsAny(file: TracedFile, fn: FunctionNode, wanted: ReadonlySet<TSESTree.Node>): boolean {
  const run = runBy(file, fn);
  for (const event of wanted) {
    const root = activationOf(event);
    if (isFunction(root) && run.has(root)) return true;
  }
  return false;
}

/** What is looked for on the paths of one function. States are small numbers. */
export interface PathClient {
  /** The state after an event; `undefined` when the path is of no more interest. */
  readonly event: (node: TSESTree.Node, state: number) => number | undefined;
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
  const isHeld = client.isHeld ?? ((): boolean => false);
  explore(
    startsOf(own, from, state),
    {
      run({ block, from: first, state: before, facts: known }) {
        if (block === graph.exits.throw) return undefined;
        if (block === graph.exits.return || block === graph.exits.end) client.exit?.();
        let [after, facts] = [before, known];
        for (const { node } of block.events.slice(first)) {
          facts = factsAfter(correlations, node, facts);
          const next = client.event(node, after);
          if (next === undefined) return undefined;
          after = next;
        }
        for (const { condition } of block.edges) if (condition && client.test) after = client.test(condition, after);
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
