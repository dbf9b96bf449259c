import type { TSESTree } from "@typescript-eslint/utils";
import { unwrap } from "../../../ast/transparent.ts";
import { buildGraph } from "../../control-flow/build-graph.ts";
import type { Block } from "../../control-flow/graph.ts";
import { activationOf } from "../deferred.ts";

/** A statement whose body runs again and again. */
export type Loop =
  | TSESTree.ForStatement
  | TSESTree.ForInStatement
  | TSESTree.ForOfStatement
  | TSESTree.WhileStatement
  | TSESTree.DoWhileStatement;

/**
 * The innermost loop of the same activation that runs a node once a turn, and can come back to it: `undefined` where
 * every way from the node leaves the loop, and for a `for` loop that counts up to a small number.
 */
export function findLoop(node: TSESTree.Node): Loop | undefined {
  const root = activationOf(node);
  for (let at = node; at !== root && at.parent; at = at.parent) {
    const { parent } = at;
    if (isLoop(parent) && isRepeated(at, parent)) return isShort(parent) || !comesBack(node) ? undefined : parent;
  }
  return undefined;
}

function isLoop(node: TSESTree.Node): node is Loop {
  return /^(?:For|ForIn|ForOf|While|DoWhile)Statement$/.test(node.type);
}

/** What a loop evaluates before its first turn is no part of a turn. */
function isRepeated(part: TSESTree.Node, loop: Loop): boolean {
  if (loop.type === "ForStatement") return part !== loop.init;
  return loop.type === "ForInStatement" || loop.type === "ForOfStatement" ? part === loop.body : true;
}

/** Retries: so few turns hold nothing that counts. */
const fewTurns = 100;

function isShort(loop: Loop): boolean {
  if (loop.type !== "ForStatement" || loop.test?.type !== "BinaryExpression") return false;
  const bound = unwrap(loop.test.right);
  return bound.type === "Literal" && typeof bound.value === "number" && Math.abs(bound.value) <= fewTurns;
}

/** Is there a way from a node back to it? */
function comesBack(node: TSESTree.Node): boolean {
  const root = activationOf(node);
  const { blocks } = buildGraph(root);
  const home = blocks.find(({ events }) => events.some((event) => event.node === node));
  const reached = new Set<Block>(home?.edges.map(({ to }) => to));
  for (const block of reached) for (const edge of block.edges) reached.add(edge.to);
  return home !== undefined && reached.has(home);
}
