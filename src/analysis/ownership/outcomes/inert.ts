import type { TSESTree } from "@typescript-eslint/utils";
import { callOf, isArgument } from "../../../ast/calls.ts";
import { isFunction, type FunctionNode } from "../../../ast/functions.ts";
import { memberName } from "../../../ast/names.ts";
import { isAwaiting } from "../../../ast/pauses.ts";
import { returnsOf } from "../../../ast/returns-of.ts";
import { someNode } from "../../../ast/some-node.ts";
import type { SourceCode } from "../../../ast/source-code.ts";
import { unwrap } from "../../../ast/transparent.ts";
import { functionAt } from "../../../scope/named-function.ts";
import type { Variable } from "../../../scope/variables.ts";
import { isImmediate } from "../../control-flow/immediate-callback.ts";
import { promisesReturned } from "./returned-promises.ts";

/**
 * Can a callback neither throw nor hand on a promise that might be rejected? It may call functions (calls do not throw
 * by default), but not `throw`, `await`, or give the result of an unknown call to whoever waits for it. A function
 * that it makes and gives to nobody may do so: `.catch((error) => () => { throw error; })`.
 *
 * It does not see what an executor resolves with by another name: `const done = resolve; done(work())`.
 *
 * @param resolve the resolve function of an executor, whose argument is such a result; that of a reaction is returned
 */
export function isInert(sourceCode: SourceCode, callback: TSESTree.Node, resolve?: Variable): boolean {
  const fn = functionAt(sourceCode, callback);
  if (!fn) return isTeller(unwrap(callback));
  if (fn.generator || !isHarmless(sourceCode, fn)) return false;
  return resultsOf(fn, resolve).every((each) => isPlainResult(sourceCode, each));
}

/** What somebody waits for when a callback has run. */
function resultsOf(fn: FunctionNode, resolve: Variable | undefined): readonly TSESTree.Node[] {
  if (resolve) return resolve.references.flatMap(({ identifier }) => callOf(identifier)?.arguments ?? []);
  if (fn.body.type !== "BlockStatement") return [fn.body];
  return returnsOf(fn).flatMap(({ argument }) => argument ?? []);
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

function isHarmless(sourceCode: SourceCode, fn: FunctionNode): boolean {
  return !someNode(sourceCode, fn.body, (each) => mayFail(each) && mayRunIn(each, fn));
}

function mayFail(node: TSESTree.Node): boolean {
  return node.type === "ThrowStatement" || isAwaiting(node);
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
