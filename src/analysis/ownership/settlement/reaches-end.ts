import type { TSESTree } from "@typescript-eslint/utils";
import { isImplicit, type Block } from "../../control-flow/graph.ts";
import type { Knowledge } from "../../control-flow/knowledge.ts";
import { activationOf } from "../deferred.ts";
import { graphOf } from "./exit-states.ts";

/** Does the function go on to an end behind this node, if nothing is rejected? Not when `process.exit()` follows. */
export function reachesEnd(node: TSESTree.Node, knowledge: Knowledge): boolean {
  const { blocks, exits } = graphOf(activationOf(node), knowledge);
  const start = blocks.find(({ events }) => events.some((event) => event.node === node));
  if (!start) return false;
  const reached = new Set<Block>([start]);
  for (const block of reached) for (const edge of block.edges) if (!isImplicit(edge)) reached.add(edge.to);
  return reached.has(exits.return) || reached.has(exits.end) || reached.has(exits.throw);
}
