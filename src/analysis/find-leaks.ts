import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import type { LeaksSettings } from "../resources/settings.ts";
import { buildGraph } from "./control-flow/build-graph.ts";
import type { Block, GraphRoot } from "./control-flow/graph.ts";
import { findCorrelations } from "./dataflow/correlations.ts";
import { findLiveKeys } from "./dataflow/live-facts.ts";
import { reachPrefix } from "./dataflow/prefix.ts";
import { explainLeak } from "./obligations/explain-leak.ts";
import { findOpenEnd, type Solvable } from "./obligations/find-open-end.ts";
import type { Leak } from "./obligations/leak.ts";
import type { Obligation } from "./obligations/obligation.ts";
import { knowledgeOf } from "./ownership/knowledge.ts";

/** The leaks among the obligations of a file. A graph is built once for each function that has any. */
export function findLeaks(
  sourceCode: Readonly<TSESLint.SourceCode>,
  settings: LeaksSettings,
  obligations: readonly Obligation[],
): Leak[] {
  const solvables = new Map<GraphRoot, Solvable>();
  const knowledge = knowledgeOf(sourceCode, settings, obligations);
  const solvableOf = (root: GraphRoot): Solvable => {
    let solvable = solvables.get(root);
    if (!solvable) {
      const graph = buildGraph(root, knowledge);
      const correlations = findCorrelations(sourceCode, graph);
      const live = findLiveKeys(graph, correlations);
      const prefix = reachPrefix(graph, correlations, live);
      solvable = { graph, correlations, live, prefix, places: placesOf(graph.blocks), throws: knowledge.throws };
      solvables.set(root, solvable);
    }
    return solvable;
  };
  return obligations.flatMap((obligation) => {
    const solvable = solvableOf(obligation.root);
    const end = findOpenEnd(solvable, obligation);
    if (!end) return [];
    const { acquisition, handle, root } = obligation;
    return { acquisition, handle, topLevel: root.type === "Program", ...explainLeak(solvable, obligation, end) };
  });
}

function placesOf(blocks: readonly Block[]): Solvable["places"] {
  const places = new Map<TSESTree.Node, { block: Block; index: number }>();
  for (const block of blocks)
    block.events.forEach(({ node, kind }, index) => kind === "evaluate" && places.set(node, { block, index }));
  return places;
}
