import type { TSESTree } from "@typescript-eslint/utils";
import { callGiven, callOf } from "../../../ast/calls.ts";
import { enclosingFunction, isFunction } from "../../../ast/functions.ts";
import { isCallNamed, isReaction } from "../../../ast/names.ts";
import { ownNodes } from "../../../ast/own-nodes.ts";
import type { SourceCode } from "../../../ast/source-code.ts";
import { isWithin } from "../../../ast/statement-list.ts";
import { unwrap } from "../../../ast/transparent.ts";
import { nameOfFunction } from "../../../scope/named-function.ts";
import { variableOf } from "../../../scope/variables.ts";
import { chainAround, reactionTo } from "../settlement/reaction-chain.ts";
import type { Listening } from "./listening.ts";

/**
 * Does the function that settles a promise abort work which is rejected by that, and then removes the listener?
 * `setTimeout(() => { own.abort(); reject(late); }, ms)` beside `fetch(url, { signal: own.signal }).finally(remove)`.
 *
 * It does not see work that is kept in a variable before it is reacted to.
 */
export function isRemovedByAbort(
  { sourceCode, uses }: Pick<Listening, "sourceCode" | "uses">,
  settler: TSESTree.Node,
): boolean {
  const settling = enclosingFunction(settler);
  if (!isFunction(settling)) return false;
  const seen = new Set<TSESTree.Node>();
  const work = uses.removals.flatMap(({ node }) => rejectedWork(sourceCode, node, seen));
  return ownNodes(sourceCode, settling.body).some((node) => {
    if (!isCallNamed(node, "abort")) return false;
    const callee = unwrap(node.callee);
    const controller = callee.type === "MemberExpression" ? variableOf(sourceCode, unwrap(callee.object)) : undefined;
    return work.some((each) => controller?.references.some(({ identifier }) => isWithin(identifier, each)));
  });
}

/** What is rejected before a node runs: the beginning of each chain that it, or a function with it, reacts in. */
function rejectedWork(sourceCode: SourceCode, node: TSESTree.Node, seen: Set<TSESTree.Node>): TSESTree.Node[] {
  const fn = enclosingFunction(node);
  if (!isFunction(fn) || seen.has(fn)) return [];
  seen.add(fn);
  const named = nameOfFunction(sourceCode, fn)?.references.map((each): TSESTree.Node => each.identifier);
  return (named ?? [fn]).flatMap((place) => {
    if (callOf(place)) return rejectedWork(sourceCode, place, seen);
    const call = callGiven(place);
    if (!call || !isReaction(call) || reactionTo(call, true) !== place) return [];
    const callee = unwrap(chainAround(call)[0]!.callee);
    return callee.type === "MemberExpression" ? [callee.object] : [];
  });
}
