import type { TSESTree } from "@typescript-eslint/utils";
import { isOnlyTested } from "../../../ast/tested.ts";
import { callGiven, callOf } from "../../../ast/calls.ts";
import { isFunction, type FunctionNode } from "../../../ast/functions.ts";
import type { SourceCode } from "../../../ast/source-code.ts";
import { isWithin } from "../../../ast/statement-list.ts";
import { takesBack } from "../../../ast/takes-back.ts";
import { nameOfFunction } from "../../../scope/named-function.ts";
import { readsOf } from "../../../scope/variables.ts";
import type { GraphRoot } from "../../control-flow/graph.ts";
import { activationOf } from "./deferred.ts";
import { onlyHolder } from "./only-holder.ts";

/** What alone makes a node run. */
export interface Ways {
  /** Where a function is given to somebody by whose call it runs: `setTimeout(late, ms)`. */
  readonly given: readonly TSESTree.Node[];
  /** The calls behind which it was not asked further. */
  readonly calls: readonly TSESTree.CallExpression[];
}

/**
 * By what alone a node runs: the function around it, and those that call that one, are given to somebody or called.
 *
 * @param isAccepted a call that tells enough by itself: it is no matter who makes it
 * @returns `undefined` where it runs as a part of `root` or of the code around that, or one of these functions is kept
 *   somewhere
 */
export function waysTo(
  sourceCode: SourceCode,
  node: TSESTree.Node,
  root: GraphRoot,
  isAccepted: (call: TSESTree.CallExpression) => boolean = () => false,
  seen: Set<FunctionNode> = new Set(),
): Ways | undefined {
  const fn = activationOf(node);
  if (!isFunction(fn) || fn === root || !isWithin(fn, root)) return undefined;
  if (seen.has(fn)) return { given: [], calls: [] };
  seen.add(fn);
  const name = nameOfFunction(sourceCode, fn) ?? onlyHolder(sourceCode, fn);
  const given: TSESTree.Node[] = [];
  const calls: TSESTree.CallExpression[] = [];
  for (const place of name ? readsOf(name) : [fn]) {
    const call = callOf(place);
    const taker = callGiven(place);
    if (!call && !taker && !isOnlyTested(place)) return undefined;
    if (call && isAccepted(call)) {
      calls.push(call);
      continue;
    }
    const found = call && waysTo(sourceCode, call, root, isAccepted, seen);
    if (call && !found) return undefined;
    given.push(...(found?.given ?? []));
    calls.push(...(found?.calls ?? []));
    if (taker && !takesBack(taker)) given.push(place);
  }
  return { given, calls };
}
