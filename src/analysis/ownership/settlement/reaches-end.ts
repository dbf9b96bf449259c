import type { TSESTree } from "@typescript-eslint/utils";
import { blocksBefore, blocksOf } from "../../control-flow/behind.ts";
import { graphOf } from "../../control-flow/graph-of.ts";
import type { Knowledge } from "../../control-flow/knowledge.ts";
import { activationOf } from "../deferred.ts";

/** Does the function go on to an end behind this node, if nothing is rejected? Not when `process.exit()` follows. */
export function reachesEnd(node: TSESTree.Node, knowledge: Knowledge): boolean {
  const graph = graphOf(activationOf(node), knowledge);
  const { exits } = graph;
  const [home] = blocksOf(graph, node);
  return (
    home !== undefined && [exits.return, exits.end, exits.throw].some((exit) => blocksBefore(exit, graph).has(home))
  );
}
