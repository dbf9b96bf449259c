import { once } from "../../ast/once.ts";
import type { SourceCode } from "../../ast/source-code.ts";
import { buildGraph } from "../control-flow/build-graph.ts";
import type { GraphRoot } from "../control-flow/graph.ts";
import type { Knowledge } from "../control-flow/knowledge.ts";
import { orderOf } from "../control-flow/order.ts";
import { findCorrelations, uncorrelated, type Correlations } from "../dataflow/correlations.ts";
import { findLiveKeys } from "../dataflow/live-facts.ts";
import { reachPrefix } from "../dataflow/prefix.ts";
import type { Bindings } from "../dataflow/writes.ts";
import type { Searchable, Solvable } from "./solvable.ts";
import { indicesIn, placesOfNodes } from "./telling-events.ts";

/**
 * Builds the graph of a function, and finds out about it what every search on it needs, once the first one asks: of
 * most functions only the events matter.
 *
 * @param bindings the events that are known to give these variables a value that is never null
 */
export function makeSolvable(
  sourceCode: SourceCode,
  root: GraphRoot,
  knowledge: Knowledge,
  bindings: Bindings,
): Solvable {
  const graph = buildGraph(root, knowledge);
  const correlations = once(() => findCorrelations(sourceCode, graph, bindings));
  const live = once(() => findLiveKeys(graph, correlations()));
  const ranks = once(() => orderOf(graph));
  const prefix = once(() => reachPrefix(graph, correlations(), live(), ranks()));
  const nodes = once(() => placesOfNodes(graph.blocks));
  const factEvents = once(() => indicesIn(nodes(), correlations().changes.keys()));
  const plain = once(() => withoutFacts(solvable, uncorrelated(sourceCode)));
  const solvable: Solvable = {
    graph,
    throws: knowledge.throws,
    get correlations() {
      return correlations();
    },
    get live() {
      return live();
    },
    get ranks() {
      return ranks();
    },
    get prefix() {
      return prefix();
    },
    get nodes() {
      return nodes();
    },
    get factEvents() {
      return factEvents();
    },
    get plain() {
      return plain();
    },
  };
  return solvable;
}

function withoutFacts({ graph, throws, nodes }: Solvable, correlations: Correlations): Searchable {
  return { graph, throws, nodes, correlations, live: new Map(), factEvents: new Map() };
}
