import { oncePer } from "../../ast/once.ts";
import { buildGraph } from "./build-graph.ts";
import type { Graph, GraphRoot } from "./graph.ts";
import type { Knowledge } from "./knowledge.ts";

/** The graph of a function, made once for what is known of its calls and awaits. */
export const graphOf: (root: GraphRoot, knowledge: Knowledge) => Graph = oncePer(buildGraph);
