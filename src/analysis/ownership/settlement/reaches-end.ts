import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { functionAt } from "../../../scope/named-function.ts";
import { blocksBefore, blocksOf } from "../../control-flow/behind.ts";
import { graphOf } from "../../control-flow/graph-of.ts";
import type { Block, Graph } from "../../control-flow/graph.ts";
import type { Knowledge } from "../../control-flow/knowledge.ts";
import { activationOf } from "../deferred.ts";
import { chainAround, reactionTo } from "./reaction-chain.ts";

/**
 * Does the function go on to an end behind this call, if nothing is rejected? Not when `process.exit()` follows, in the
 * function or in a reaction to the promise that the call gives.
 */
export function reachesEnd(
  sourceCode: Readonly<TSESLint.SourceCode>,
  call: TSESTree.CallExpression,
  knowledge: Knowledge,
): boolean {
  const graph = graphOf(activationOf(call), knowledge);
  const [home] = blocksOf(graph, call);
  if (!home || !leadsToExit(graph, home)) return false;
  return chainAround(call).every((each) => {
    const fn = each === call ? undefined : functionAt(sourceCode, reactionTo(each, false));
    const own = fn && graphOf(fn, knowledge);
    return !own || leadsToExit(own, own.entry);
  });
}

function leadsToExit(graph: Graph, home: Block): boolean {
  const { exits } = graph;
  return [exits.return, exits.end, exits.throw].some((exit) => blocksBefore(exit, graph).has(home));
}
