import type { TSESTree } from "@typescript-eslint/utils";
import type { SourceCode } from "../../../ast/source-code.ts";
import { blocksBefore, blocksOf, comesFrom } from "../../control-flow/behind.ts";
import { graphOf } from "../../control-flow/graph-of.ts";
import { isImplicit } from "../../control-flow/graph.ts";
import { activationOf } from "../functions/deferred.ts";
import { plainKnowledgeOf } from "./knowledge.ts";

/** Which calls throw is not asked here. */
const plain = {};

/**
 * Can a function come from one node to another one, to the end of its body, or to a `throw` that leaves it, if nothing
 * is rejected? What stands behind a `throw` or an endless loop is never come to, and nothing that is written there does
 * any good.
 */
export function comesTo(sourceCode: SourceCode, from: TSESTree.Node, to: TSESTree.Node | "end" | "throw"): boolean {
  const graph = graphOf(activationOf(from), plainKnowledgeOf(sourceCode, plain));
  const [home] = blocksOf(graph, from);
  if (!home) return true;
  if (to === "end" || to === "throw") return blocksBefore(graph.exits[to], graph).has(home);
  const goals = blocksOf(graph, to);
  return goals.length === 0 || goals.includes(home) || comesFrom(home, goals, (edge) => !isImplicit(edge));
}
