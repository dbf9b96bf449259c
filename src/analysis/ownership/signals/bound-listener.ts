import type { TSESTree } from "@typescript-eslint/utils";
import { callGiven, callOf } from "../../../ast/calls.ts";
import { enclosingFunction, isFunction, type FunctionNode } from "../../../ast/functions.ts";
import { oncePer, programOf } from "../../../ast/once.ts";
import { returnsOf } from "../../../ast/returns-of.ts";
import type { SourceCode } from "../../../ast/source-code.ts";
import { isWithin } from "../../../ast/statement-list.ts";
import { outermost, unwrap } from "../../../ast/transparent.ts";
import { nameOfFunction } from "../../../scope/named-function.ts";
import { parameterOf, type Parameter } from "../../../scope/parameters.ts";
import { readsOf } from "../../../scope/variables.ts";
import { findCalls } from "../functions/calls-of.ts";
import { ownFunctionAt } from "../functions/own-functions.ts";
import { endsByOption, findAbortListeners, readAbortCall, type AbortListener } from "./abort-listener.ts";

/**
 * The calls of a function or method of the file that listens for whoever calls it, `onAbort(signal, listener)`, where
 * they drop what it gives: each adds a listener that nobody has a remover of.
 *
 * It does not see helpers of other files, and those that take the listener first, or in an object.
 */
export const findBoundListeners: (sourceCode: SourceCode) => readonly AbortListener[] = oncePer(
  (sourceCode: SourceCode) =>
    findAbortListeners(sourceCode).flatMap((added) => {
      const fn = enclosingFunction(added.node);
      const at = isFunction(fn) ? listenerOf(sourceCode, added, fn) : undefined;
      return isFunction(fn) && at !== undefined ? callsThatDrop(sourceCode, fn, at) : [];
    }),
  programOf,
);

/** Which argument the listener is, where a function listens on its first one and gives nothing but a remover. */
function listenerOf(sourceCode: SourceCode, added: AbortListener, fn: FunctionNode): number | undefined {
  if (fn.async || fn.generator || fn.body.type !== "BlockStatement" || endsByOption(sourceCode, added))
    return undefined;
  const signal = parameterOf(sourceCode, added.signal);
  const listener = parameterOf(sourceCode, calledBy(added.listener));
  if (signal?.fn !== fn || signal.index !== 0 || listener?.fn !== fn || listener.index === 0) return undefined;
  const given = returnsOf(fn).flatMap(({ argument }) => argument ?? []);
  const removers = given.map((each) => ownFunctionAt(sourceCode, each));
  if (!removers.every((each) => each !== undefined)) return undefined;
  return isLeftToCaller(sourceCode, listener, { added, removers }) ? listener.index : undefined;
}

/** Is a listener kept nowhere, and removed by nothing but what a helper gives? */
function isLeftToCaller(
  sourceCode: SourceCode,
  { variable }: Parameter,
  { added, removers }: { added: AbortListener; removers: readonly FunctionNode[] },
): boolean {
  return readsOf(variable).every((read) => {
    const call = callGiven(read);
    if (!call) return callOf(read) !== undefined;
    if (call === added.node || readAbortCall(sourceCode, call, "addEventListener")) return true;
    const isRemoved = readAbortCall(sourceCode, call, "removeEventListener") !== undefined;
    return isRemoved && removers.some((each) => isWithin(call, each) && isOnlyReturned(sourceCode, each));
  });
}

/** Does nobody get a function but the caller? */
function isOnlyReturned(sourceCode: SourceCode, fn: FunctionNode): boolean {
  return readsOf(nameOfFunction(sourceCode, fn)).every((each) => outermost(each).parent.type === "ReturnStatement");
}

/** `listener`, also of `() => listener()` */
function calledBy(listener: TSESTree.Node): TSESTree.Node {
  const node = unwrap(listener);
  const body = node.type === "ArrowFunctionExpression" ? unwrap(node.body) : node;
  return body.type === "CallExpression" && body !== node ? body.callee : node;
}

function callsThatDrop(sourceCode: SourceCode, fn: FunctionNode, at: number): AbortListener[] {
  return findCalls(sourceCode, fn).flatMap((node) => {
    const [signal] = node.arguments;
    const listener = node.arguments[at];
    if (isFunction(unwrap(node.callee)) || !isDropped(node)) return [];
    if (!signal || signal.type === "SpreadElement" || !listener) return [];
    return [{ node, signal, listener, options: undefined }];
  });
}

/** Does nobody get what a call gives: it is a statement, perhaps with `void`? */
function isDropped(node: TSESTree.Node): boolean {
  const { parent } = outermost(node);
  return parent.type === "ExpressionStatement" || (parent.type === "UnaryExpression" && isDropped(parent));
}
