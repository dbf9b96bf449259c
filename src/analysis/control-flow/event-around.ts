import type { TSESTree } from "@typescript-eslint/utils";
import { blocksOf } from "./behind.ts";
import type { Graph } from "./graph.ts";

/** The event of a graph that a node is, or is evaluated in; `undefined` where none tells when that happens. */
export function eventAround(node: TSESTree.Node, graph: Graph): TSESTree.Node | undefined {
  let at: TSESTree.Node | undefined = node;
  while (at && blocksOf(graph, at).length === 0) at = at === graph.root ? undefined : at.parent;
  return at;
}
