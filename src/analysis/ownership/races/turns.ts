import type { TSESTree } from "@typescript-eslint/utils";
import { loopOf, type Loop } from "../../../ast/loops.ts";
import { calleeWord } from "../../../ast/names.ts";
import type { SourceCode } from "../../../ast/source-code.ts";
import { unwrap } from "../../../ast/transparent.ts";
import { constantValue, variableOf } from "../../../scope/variables.ts";
import { blocksOf, comesFrom } from "../../control-flow/behind.ts";
import { graphOf } from "../../control-flow/graph-of.ts";
import type { Knowledge } from "../../control-flow/knowledge.ts";
import { activationOf } from "../functions/deferred.ts";

/**
 * The innermost loop of the same activation that runs a node once a turn, and can come back to it: `undefined` where
 * every way from the node leaves the loop, and for a loop that counts up to a small number or ends at a deadline.
 */
export function findLoop(sourceCode: SourceCode, node: TSESTree.Node, knowledge: Knowledge): Loop | undefined {
  const root = activationOf(node);
  for (let at = node; at !== root && at.parent; at = at.parent) {
    const loop = loopOf(at);
    if (loop) return isShort(sourceCode, loop) || !comesBack(node, knowledge) ? undefined : loop;
  }
  return undefined;
}

/** Retries: so few turns hold nothing that counts. */
const fewTurns = 100;

/** Does its head say that it ends soon: `i < 5`, `i < retries` of a constant, `Date.now() < deadline`? */
function isShort(sourceCode: SourceCode, loop: Loop): boolean {
  const test = "test" in loop ? loop.test : undefined;
  if (test?.type !== "BinaryExpression") return false;
  if ([test.left, test.right].some(isTimeOfDay)) return true;
  const named = variableOf(sourceCode, test.right);
  const bound = unwrap((named && constantValue(named)) ?? test.right);
  const isCounted = bound.type === "Literal" && typeof bound.value === "number";
  return loop.type === "ForStatement" && isCounted && Math.abs(bound.value) <= fewTurns;
}

/** `Date.now()`, `performance.now()`: what is compared with it is a deadline. */
function isTimeOfDay(node: TSESTree.Node): boolean {
  if (node.type === "BinaryExpression") return isTimeOfDay(node.left) || isTimeOfDay(node.right);
  return node.type === "CallExpression" && node.arguments.length === 0 && calleeWord(node) === "now";
}

/** Is there a way from a node back to it? */
function comesBack(node: TSESTree.Node, knowledge: Knowledge): boolean {
  const [home] = blocksOf(graphOf(activationOf(node), knowledge), node);
  return home !== undefined && comesFrom(home, [home]);
}
