import type { TSESTree } from "@typescript-eslint/utils";
import { isFunction } from "./functions.ts";

/** Any of the statements that may run their body more than once. */
export type Loop =
  | TSESTree.ForStatement
  | TSESTree.ForInStatement
  | TSESTree.ForOfStatement
  | TSESTree.WhileStatement
  | TSESTree.DoWhileStatement;

/** Is it a statement that may run its body more than once? */
export function isLoop(node: TSESTree.Node): node is Loop {
  return /^(?:For|ForIn|ForOf|While|DoWhile)Statement$/.test(node.type);
}

/** The innermost loop that runs a node once a turn, in its own function; `undefined` where it stands in none. */
export function loopAround(node: TSESTree.Node): Loop | undefined {
  for (let at: TSESTree.Node = node; at.parent && !isFunction(at.parent); at = at.parent) {
    const loop = loopOf(at);
    if (loop) return loop;
  }
  return undefined;
}

/** The loop that runs one of its own parts once a turn; `undefined` for what it evaluates before the first. */
export function loopOf(part: TSESTree.Node): Loop | undefined {
  const { parent: loop } = part;
  if (!loop || !isLoop(loop)) return undefined;
  const isBefore = loop.type === "ForStatement" ? part === loop.init : "right" in loop && part === loop.right;
  return isBefore ? undefined : loop;
}

/** Is a node in a loop of a function (or program), or in a callback inside of that, which may run more than once? */
export function mayRepeat(node: TSESTree.Node, root: TSESTree.Node): boolean {
  for (let at: TSESTree.Node = node; at.parent && at.parent !== root; at = at.parent)
    if (loopOf(at) || isFunction(at.parent)) return true;
  return false;
}
