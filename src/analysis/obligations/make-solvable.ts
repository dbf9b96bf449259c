import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { buildGraph } from "../control-flow/build-graph.ts";
import type { Block, GraphRoot } from "../control-flow/graph.ts";
import type { Knowledge } from "../control-flow/knowledge.ts";
import { orderOf } from "../control-flow/order.ts";
import { findCorrelations } from "../dataflow/correlations.ts";
import { findLiveKeys } from "../dataflow/live-facts.ts";
import { reachPrefix } from "../dataflow/prefix.ts";
import type { Bindings } from "../dataflow/writes.ts";
import type { Solvable } from "./solvable.ts";
import { indicesIn, placesOfNodes } from "./telling-events.ts";

/**
 * Builds the graph of a function, and finds out about it what every search on it needs.
 *
 * @param bindings the events that are known to give these variables a value that is never null
 */
export function makeSolvable(
  sourceCode: Readonly<TSESLint.SourceCode>,
  root: GraphRoot,
  knowledge: Knowledge,
  bindings: Bindings,
): Solvable {
  const graph = buildGraph(root, knowledge);
  const correlations = findCorrelations(sourceCode, graph, bindings);
  const live = findLiveKeys(graph, correlations);
  const ranks = orderOf(graph);
  const prefix = reachPrefix(graph, correlations, live, ranks);
  const nodes = placesOfNodes(graph.blocks);
  const factEvents = indicesIn(nodes, correlations.changes.keys());
  const places = placesOf(graph.blocks);
  return { graph, correlations, live, ranks, prefix, places, nodes, factEvents, throws: knowledge.throws };
}

function placesOf(blocks: readonly Block[]): Solvable["places"] {
  const places = new Map<TSESTree.Node, { block: Block; index: number }>();
  for (const block of blocks)
    block.events.forEach(({ node, kind }, index) => kind === "evaluate" && places.set(node, { block, index }));
  return places;
}
