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

/** The innermost loop around a node in its own function; `undefined` where it stands in none. */
export function loopAround(node: TSESTree.Node): Loop | undefined {
  for (let at = node.parent; at && !isFunction(at); at = at.parent) if (isLoop(at)) return at;
  return undefined;
}

/** Is a node in a loop of a function (or program), or in a callback inside of that, which may run more than once? */
export function mayRepeat(node: TSESTree.Node, root: TSESTree.Node): boolean {
  for (let at = node.parent; at && at !== root; at = at.parent) if (isLoop(at) || isFunction(at)) return true;
  return false;
}
