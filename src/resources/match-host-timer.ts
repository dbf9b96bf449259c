import type { TSESTree } from "@typescript-eslint/utils";
import { isFunction } from "../ast/functions.ts";
import { isName, isNewPromise, memberName } from "../ast/names.ts";
import type { SourceCode } from "../ast/source-code.ts";
import { outermost, unwrap } from "../ast/transparent.ts";
import { hostTimer } from "./catalog/timers/platform.ts";
import { variableOf } from "../scope/variables.ts";
import { acquisitionOf, type Acquisition } from "./acquisition.ts";

/**
 * The timer of another host than the global object, `platform.setTimeout(reject, ms)`, told by its use: what it calls
 * is a settler of the promise in whose executor it stands or a function, a delay comes second, and its result is
 * dropped, so that it does not matter what the host gives. `socket.setTimeout(ms, f)` and `jest.setTimeout(ms)` are
 * none.
 */
export function matchHostTimer(sourceCode: SourceCode, node: Acquisition["node"]): Acquisition | undefined {
  const callee = unwrap(node.callee);
  if (!isOfHost(sourceCode, callee)) return undefined;
  const [callback, delay, ...more] = node.arguments;
  const executor = callback && delay && more.length === 0 ? executorOf(node) : undefined;
  if (!executor || !callback || !isCallback(sourceCode, callback, executor)) return undefined;
  return acquisitionOf(node, "setTimeout", hostTimer);
}

/** `platform.setTimeout`, or a `setTimeout` that the function is given: `({ log, setTimeout }) => …`. */
function isOfHost(sourceCode: SourceCode, callee: TSESTree.Node): boolean {
  if (callee.type === "MemberExpression") return memberName(callee) === "setTimeout";
  return isName(callee, "setTimeout") && variableOf(sourceCode, callee)?.defs[0]?.type === "Parameter";
}

/** The executor that a node stands in alone, or as its result. */
function executorOf(node: TSESTree.Node): TSESTree.Node | undefined {
  const { parent } = outermost(node);
  const block = parent.type === "ExpressionStatement" ? parent.parent : undefined;
  const fn = block?.type === "BlockStatement" ? block.parent : parent;
  const made = fn && isFunction(fn) ? outermost(fn).parent : undefined;
  return isNewPromise(made) ? fn : undefined;
}

function isCallback(sourceCode: SourceCode, callback: TSESTree.Node, executor: TSESTree.Node): boolean {
  const node = unwrap(callback);
  if (isFunction(node)) return true;
  const [definition] = variableOf(sourceCode, node)?.defs ?? [];
  return definition?.type === "Parameter" && definition.node === executor;
}
