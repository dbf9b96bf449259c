import type { TSESTree } from "@typescript-eslint/utils";
import { callGiven, callOf } from "../../../ast/calls.ts";
import { isFunction, type FunctionNode } from "../../../ast/functions.ts";
import type { SourceCode } from "../../../ast/source-code.ts";
import { isWithin } from "../../../ast/statement-list.ts";
import { takesBack } from "../../../ast/takes-back.ts";
import { outermost } from "../../../ast/transparent.ts";
import { nameOfFunction } from "../../../scope/named-function.ts";
import { readsOf } from "../../../scope/variables.ts";
import { activationOf } from "./deferred.ts";
import { onlyHolder } from "./only-holder.ts";

/**
 * Where the functions are given to somebody by whose call alone a node runs, `setTimeout(late, ms)`: the one around it,
 * and those that call that one.
 *
 * @returns `undefined` where it runs as a part of `root` or of the code around that, or one of these functions is kept
 *   somewhere
 */
export function waysTo(
  sourceCode: SourceCode,
  node: TSESTree.Node,
  root: FunctionNode,
  seen: Set<FunctionNode> = new Set(),
): TSESTree.Node[] | undefined {
  const fn = activationOf(node);
  if (!isFunction(fn) || fn === root || !isWithin(fn, root)) return undefined;
  if (seen.has(fn)) return [];
  seen.add(fn);
  const name = nameOfFunction(sourceCode, fn) ?? onlyHolder(sourceCode, fn);
  const ways: TSESTree.Node[] = [];
  for (const place of name ? readsOf(name) : [fn]) {
    const call = callOf(place);
    const taker = callGiven(place);
    if (!call && !taker && !isTested(place)) return undefined;
    const found = call && waysTo(sourceCode, call, root, seen);
    if (call && !found) return undefined;
    ways.push(...(found ?? []));
    if (taker && !takesBack(taker)) ways.push(place);
  }
  return ways;
}

/** `if (stop)`, `stop && …` */
function isTested(name: TSESTree.Node): boolean {
  const { parent } = outermost(name);
  return parent.type === "IfStatement" || (parent.type === "LogicalExpression" && parent.left === outermost(name));
}
