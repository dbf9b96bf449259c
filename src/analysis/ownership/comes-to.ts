import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { blocksBehind } from "../control-flow/behind.ts";
import { isImplicit } from "../control-flow/graph.ts";
import { activationOf } from "./deferred.ts";
import { knowledgeOf } from "./knowledge.ts";
import { graphOf } from "./settlement/exit-states.ts";

type SourceCode = Readonly<TSESLint.SourceCode>;

/**
 * Can a function come from one node to another one, or to the end of its body, if nothing is rejected? What stands
 * behind a `throw` or an endless loop is never come to, and nothing that is written there does any good.
 */
export function comesTo(sourceCode: SourceCode, from: TSESTree.Node, to: TSESTree.Node | "end"): boolean {
  const graph = graphOf(activationOf(from), knowledgeOf(sourceCode, {}, []));
  const behind = blocksBehind(graph, from, (edge) => !isImplicit(edge));
  if (!behind) return true;
  const { home, reached } = behind;
  if (to === "end") return reached.has(graph.exits.end);
  const isThere = ({ events }: (typeof graph.blocks)[number]): boolean => events.some(({ node }) => node === to);
  return isThere(home) || [...reached].some(isThere) || !graph.blocks.some(isThere);
}
