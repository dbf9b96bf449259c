import type { TSESTree } from "@typescript-eslint/utils";
import { callGiven, callOf } from "../../../ast/calls.ts";
import { receiverOf } from "../../../ast/members.ts";
import { calleeWord, isReaction } from "../../../ast/names.ts";
import type { SourceCode } from "../../../ast/source-code.ts";
import { outermost, unwrap } from "../../../ast/transparent.ts";
import { functionAt } from "../../../scope/named-function.ts";
import { constantValue, variableOf } from "../../../scope/variables.ts";
import { bits } from "./path-bits.ts";
import type { Settling } from "./settling.ts";

/**
 * A function given to a call settles the promise without a clear, by itself. Does the call make up for that? The
 * promise chain it reacts in may clear before or after, and a local function that is given it may clear.
 */
export function isMadeUpFor(settling: Settling, node: TSESTree.Node): boolean {
  const call = callGiven(node);
  if (!call) return false;
  if (isReaction(call)) return clearsInChain(settling, call, call.arguments[1] === outermost(node));
  const callee = functionAt(settling.sourceCode, call.callee);
  return callee !== undefined && settling.may(callee, bits.cleared);
}

/** The chain of reactions that a call is part of, in the order in which they run. */
export function chainAround(call: TSESTree.CallExpression): TSESTree.CallExpression[] {
  const chain = [call];
  for (let at = before(call); at; at = before(at)) chain.unshift(at);
  for (let at = after(call); at; at = after(at)) chain.push(at);
  return chain;
}

function before(call: TSESTree.CallExpression): TSESTree.CallExpression | undefined {
  const callee = unwrap(call.callee);
  const object = callee.type === "MemberExpression" ? unwrap(callee.object) : undefined;
  return object?.type === "CallExpression" && isReaction(object) ? object : undefined;
}

/** A promise with all the reactions that are added to it where it stands: `work().then(…).catch(…)`. */
export function wholeChain(promise: TSESTree.Node): TSESTree.Node {
  let at = promise;
  for (let next = after(at); next; next = after(at)) at = next;
  return at;
}

function after(promise: TSESTree.Node): TSESTree.CallExpression | undefined {
  const { parent } = outermost(promise);
  const next = parent && callOf(parent);
  return next && isReaction(next) ? next : undefined;
}

/**
 * What runs later in the chain runs after a fulfilled one, since a reaction that settles does not throw; what ran
 * before it did so with the same outcome.
 */
function clearsInChain(settling: Settling, call: TSESTree.CallExpression, isSecond: boolean): boolean {
  const chain = chainAround(call);
  const place = chain.indexOf(call);
  const onRejection = calleeWord(call) === "catch" || isSecond;
  return chain.some((each, i) => {
    const fn = i === place ? undefined : functionAt(settling.sourceCode, reactionTo(each, i < place && onRejection));
    return fn !== undefined && settling.clears(fn);
  });
}

/** Is it a reaction to a promise, by a constant name or through other reactions, and thus runs behind it? */
export function isReactionTo(sourceCode: SourceCode, call: TSESTree.Node, promise: TSESTree.Node | undefined): boolean {
  if (!promise || call.type !== "CallExpression" || !isReaction(call)) return false;
  const { first } = chainOf(sourceCode, call);
  return first === promise || constantValue(variableOf(sourceCode, first)) === promise;
}

/** A call, or the constant that it is, with the reactions to what it gives, the last one first. */
export function chainOf(
  sourceCode: SourceCode,
  racer: TSESTree.Node,
): {
  readonly first: TSESTree.Node;
  readonly start: TSESTree.CallExpression | undefined;
  readonly reactions: readonly TSESTree.CallExpression[];
} {
  const reactions: TSESTree.CallExpression[] = [];
  let node = unwrap(constantValue(variableOf(sourceCode, unwrap(racer))) ?? racer);
  while (node.type === "CallExpression" && isReaction(node)) {
    reactions.push(node);
    node = unwrap(receiverOf(node)!);
  }
  return { first: node, start: node.type === "CallExpression" ? node : undefined, reactions };
}

/** What a reaction calls when the promise before it was rejected, or fulfilled. */
export function reactionTo(call: TSESTree.CallExpression, isRejected: boolean): TSESTree.Node | undefined {
  const [first, second] = call.arguments;
  switch (calleeWord(call)) {
    case "finally":
      return first;
    case "catch":
      return isRejected ? first : undefined;
    default:
      return isRejected ? second : first;
  }
}
