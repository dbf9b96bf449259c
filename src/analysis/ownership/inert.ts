import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { isArgument } from "../../ast/calls.ts";
import { isFunction, type FunctionNode } from "../../ast/functions.ts";
import { memberName } from "../../ast/names.ts";
import { unwrap } from "../../ast/transparent.ts";
import { functionOf, variableOf } from "../../scope/variables.ts";
import { isImmediate } from "../control-flow/immediate-callback.ts";

/**
 * Can a callback neither throw nor hand on a promise that might be rejected? It may call functions (calls do not throw
 * by default), but not `throw`, `await`, or give the result of an unknown call to whoever waits for it. A function
 * that it makes and gives to nobody may do so: `.catch((error) => () => { throw error; })`.
 *
 * @param resolve the name of an executor's resolve function, whose argument is such a result
 */
export function isInert(sourceCode: Readonly<TSESLint.SourceCode>, callback: TSESTree.Node, resolve?: string): boolean {
  if (isLogger(unwrap(callback))) return true;
  const fn = functionFrom(sourceCode, callback);
  if (!fn || fn.generator) return false;
  if (fn.body.type !== "BlockStatement")
    return resolve ? isHarmless(fn, resolve) : isPlainResult(fn.body) && isHarmless(fn);
  return isHarmless(fn, resolve) && (resolve !== undefined || returnsPlainly(fn.body));
}

/** A function literal, or the local function of that name. */
function functionFrom(sourceCode: Readonly<TSESLint.SourceCode>, callback: TSESTree.Node): FunctionNode | undefined {
  const node = unwrap(callback);
  if (isFunction(node)) return node;
  const variable = variableOf(sourceCode, node);
  return variable && functionOf(variable);
}

/** Results that are no promise which can be rejected: values, and what logging returns. */
function isPlainResult(expression: TSESTree.Node): boolean {
  const node = unwrap(expression);
  switch (node.type) {
    case "CallExpression":
    case "NewExpression":
    case "ImportExpression":
    case "AwaitExpression":
      return isLogging(node);
    case "ConditionalExpression":
      return isPlainResult(node.consequent) && isPlainResult(node.alternate);
    case "LogicalExpression":
      return isPlainResult(node.left) && isPlainResult(node.right);
    default:
      return true;
  }
}

function isLogging(node: TSESTree.Node): boolean {
  return node.type === "CallExpression" && isLogger(unwrap(node.callee));
}

/** `console.error`, `this.log.warn`, `logError`, `this.debugLogger`. */
function isLogger(node: TSESTree.Node): boolean {
  if (node.type === "Identifier") return loggerName.test(node.name);
  const name = node.type === "MemberExpression" ? (memberName(node) ?? "") : "";
  return /^(?:log|trace|debug|info|warn|error)$/.test(name) || loggerName.test(name);
}

/** Names that say it by themselves, without the object: not `log`, and not `logIn`. */
const loggerName = /^(?:log|trace|debug|warn)(?!In|Out|On|Off)[A-Z]\w*$|^[a-z]\w*Logger$/;

function isHarmless(fn: FunctionNode, resolve?: string): boolean {
  let harmless = true;
  visit(fn.body, (each) => {
    if (each.type === "ThrowStatement" || each.type === "AwaitExpression") harmless &&= !mayRunIn(each, fn);
    if (
      resolve &&
      each.type === "CallExpression" &&
      each.callee.type === "Identifier" &&
      each.callee.name === resolve
    ) {
      harmless &&= each.arguments.every((argument) => isPlainResult(argument));
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

function returnsPlainly(body: TSESTree.Node): boolean {
  let plain = true;
  visit(body, (node) => {
    if (node.type === "ReturnStatement" && node.argument) plain &&= isPlainResult(node.argument);
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
