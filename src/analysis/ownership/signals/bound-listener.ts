import type { TSESTree } from "@typescript-eslint/utils";
import { enclosingFunction, isFunction, type FunctionNode } from "../../../ast/functions.ts";
import { oncePer, programOf } from "../../../ast/once.ts";
import { returnsOf } from "../../../ast/returns-of.ts";
import type { SourceCode } from "../../../ast/source-code.ts";
import { outermost, unwrap } from "../../../ast/transparent.ts";
import { parameterOf } from "../../../scope/parameters.ts";
import { findCalls } from "../functions/calls-of.ts";
import { ownFunctionAt } from "../functions/own-functions.ts";
import { findAbortListeners, type AbortListener } from "./abort-listener.ts";

/**
 * The calls of a function of the file that listens for whoever calls it, `onAbort(signal, listener)`, where they drop
 * what it gives: each adds a listener that nobody has a remover of.
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
function listenerOf(sourceCode: SourceCode, { signal, listener }: AbortListener, fn: FunctionNode): number | undefined {
  if (fn.async || fn.generator || fn.body.type !== "BlockStatement") return undefined;
  if (indexOf(sourceCode, signal, fn) !== 0) return undefined;
  const at = indexOf(sourceCode, calledBy(listener), fn);
  const gives = returnsOf(fn).flatMap(({ argument }) => argument ?? []);
  return at > 0 && gives.every((each) => ownFunctionAt(sourceCode, each)) ? at : undefined;
}

/** `listener`, also of `() => listener()` */
function calledBy(listener: TSESTree.Node): TSESTree.Node {
  const node = unwrap(listener);
  const body = node.type === "ArrowFunctionExpression" ? unwrap(node.body) : node;
  return body.type === "CallExpression" && body !== node ? body.callee : node;
}

function indexOf(sourceCode: SourceCode, node: TSESTree.Node, fn: FunctionNode): number {
  const parameter = parameterOf(sourceCode, node);
  return parameter?.fn === fn ? parameter.index : -1;
}

function callsThatDrop(sourceCode: SourceCode, fn: FunctionNode, at: number): AbortListener[] {
  return findCalls(sourceCode, fn).flatMap((node) => {
    const [signal] = node.arguments;
    const listener = node.arguments[at];
    const isDropped = outermost(node).parent.type === "ExpressionStatement" && node.callee.type === "Identifier";
    if (!isDropped || !signal || signal.type === "SpreadElement" || !listener) return [];
    return [{ node, signal, listener, options: undefined }];
  });
}
