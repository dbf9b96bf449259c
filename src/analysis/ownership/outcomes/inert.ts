import type { TSESTree } from "@typescript-eslint/utils";
import { isArgument } from "../../../ast/calls.ts";
import { isFunction, type FunctionNode } from "../../../ast/functions.ts";
import { memberName } from "../../../ast/names.ts";
import type { SourceCode } from "../../../ast/source-code.ts";
import { unwrap } from "../../../ast/transparent.ts";
import { functionOf, variableOf } from "../../../scope/variables.ts";
import { isImmediate } from "../../control-flow/immediate-callback.ts";
import { promisesReturned } from "./returned-promises.ts";

/**
 * Can a callback neither throw nor hand on a promise that might be rejected? It may call functions (calls do not throw
 * by default), but not `throw`, `await`, or give the result of an unknown call to whoever waits for it. A function
 * that it makes and gives to nobody may do so: `.catch((error) => () => { throw error; })`.
 *
 * @param resolve the name of an executor's resolve function, whose argument is such a result
 */
export function isInert(sourceCode: SourceCode, callback: TSESTree.Node, resolve?: string): boolean {
  const fn = functionFrom(sourceCode, callback);
  if (!fn) return isTeller(unwrap(callback));
  if (fn.generator || !isHarmless(sourceCode, fn, resolve)) return false;
  if (resolve !== undefined) return true;
  return fn.body.type === "BlockStatement" ? returnsPlainly(sourceCode, fn.body) : isPlainResult(sourceCode, fn.body);
}

/** A function literal, or the local function of that name. */
function functionFrom(sourceCode: SourceCode, callback: TSESTree.Node): FunctionNode | undefined {
  const node = unwrap(callback);
  if (isFunction(node)) return node;
  const variable = variableOf(sourceCode, node);
  return variable && functionOf(variable);
}

/** Results that are no promise which can be rejected: values, and what those return that only tell of something. */
function isPlainResult(sourceCode: SourceCode, expression: TSESTree.Node): boolean {
  const node = unwrap(expression);
  switch (node.type) {
    case "CallExpression":
      return isTeller(unwrap(node.callee)) || promisesReturned(sourceCode, node).length === 0;
    case "NewExpression":
      return promisesReturned(sourceCode, node).length === 0;
    case "ImportExpression":
    case "AwaitExpression":
      return false;
    case "ConditionalExpression":
      return isPlainResult(sourceCode, node.consequent) && isPlainResult(sourceCode, node.alternate);
    case "LogicalExpression":
      return isPlainResult(sourceCode, node.left) && isPlainResult(sourceCode, node.right);
    default:
      return true;
  }
}

/** `console.error`, `this.log.warn`, `noop`, `setError`, `this.emit`: its name says that it tells, or keeps. */
function isTeller(callee: TSESTree.Node): boolean {
  const name = callee.type === "MemberExpression" ? memberName(callee) : callee.type === "Identifier" && callee.name;
  return !!name && teller.test(name);
}

const teller =
  /^(?:on[A-Z]\w*|error|info|[a-z]\w*Logger|(?:alert|capture|debug|emit|ignore|log|noop|notify|print|record|report|set|show|swallow|tell|toast|trace|track|warn)(?:(?!In|Out|On|Off)[A-Z]\w*)?)$/;

function isHarmless(sourceCode: SourceCode, fn: FunctionNode, resolve?: string): boolean {
  let harmless = true;
  visit(fn.body, (each) => {
    if (each.type === "ThrowStatement" || each.type === "AwaitExpression") harmless &&= !mayRunIn(each, fn);
    if (
      resolve &&
      each.type === "CallExpression" &&
      each.callee.type === "Identifier" &&
      each.callee.name === resolve
    ) {
      harmless &&= each.arguments.every((argument) => isPlainResult(sourceCode, argument));
    }
  });
  return harmless;
}

/**
 * Does this run as part of the function, or of a callback that a call in there may run at once, and that then throws to
 * that call: `each(list, () => { throw error; })`?
 */
function mayRunIn(node: TSESTree.Node, fn: FunctionNode): boolean {
  for (let at = node.parent; at && at !== fn; at = at.parent)
    if (isFunction(at) && !isImmediate(at) && (at.async || at.generator || !isArgument(at))) return false;
  return true;
}

function returnsPlainly(sourceCode: SourceCode, body: TSESTree.Node): boolean {
  let plain = true;
  visit(body, (node) => {
    if (node.type === "ReturnStatement" && node.argument) plain &&= isPlainResult(sourceCode, node.argument);
    return isFunction(node);
  });
  return plain;
}

/** Visits a small subtree, types and nested functions included, unless `enter` says to skip below a node. */
function visit(node: TSESTree.Node, enter: (node: TSESTree.Node) => boolean | undefined): void {
  if (enter(node)) return;
  for (const [key, child] of Object.entries(node)) {
    if (key === "parent") continue;
    for (const each of Array.isArray(child) ? (child as unknown[]) : [child as unknown]) {
      if (each && typeof each === "object" && "type" in each && "range" in each) visit(each as TSESTree.Node, enter);
    }
  }
}
