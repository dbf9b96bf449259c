import type { TSESTree } from "@typescript-eslint/utils";
import { isFunction } from "../../../ast/functions.ts";
import { calleeWord, isMemberNamed, isNewPromise, memberMatches } from "../../../ast/names.ts";
import type { SourceCode } from "../../../ast/source-code.ts";
import { unwrap } from "../../../ast/transparent.ts";
import { isExportOf, originOf } from "../../../scope/origin.ts";
import { functionOf, variableOf } from "../../../scope/variables.ts";
import { askType } from "../../../types/ask-type.ts";
import { isNever } from "../../../types/is-never.ts";
import { isInert } from "./inert.ts";
import { exitsByDefault, isExitOfProcess } from "./exit-by-default.ts";

/** Does control never come back: the process ends, the type is `never`, or a promise is awaited that nobody settles? */
export function neverReturns(sourceCode: SourceCode, node: TSESTree.Node): boolean {
  if (node.type === "AwaitExpression") return isNeverSettled(sourceCode, unwrap(node.argument));
  if (node.type !== "CallExpression") return false;
  const callee = unwrap(node.callee);
  if (isExitOfProcess(callee) || exitsByDefault(sourceCode, callee) || isGivenExitCode(node)) return true;
  if (exitsHere(sourceCode, callee) || isDeclaredNever(sourceCode, callee)) return true;
  // Only an expression statement: the type is asked for at few places, and a `never` in an operand is rare.
  const isAlone = node.parent.type === "ExpressionStatement";
  return isAlone && calleeWord(node) !== "super" && askType(sourceCode, node, isNever) === true;
}

/** `host.exit(code)`: whatever has such a method, what it is given is for the process. */
function isGivenExitCode(node: TSESTree.CallExpression): boolean {
  const [code, ...more] = node.arguments;
  if (!isMemberNamed(unwrap(node.callee), "exit") || more.length > 0 || !code) return false;
  const value = unwrap(code);
  return isMemberNamed(value, exitCode) || (value.type === "Identifier" && exitCode.test(value.name));
}

const exitCode = /^(?:exit)?code$/i;

/** `exit` of Node.js, `app.exit` of Electron, under whatever name they are imported. */
function exitsHere(sourceCode: SourceCode, callee: TSESTree.Node): boolean {
  if (callee.type === "MemberExpression" && !memberMatches(callee, /^(?:exit|abort)$/)) return false;
  const origin = originOf(sourceCode, callee);
  return isExportOf(origin, "process", ["exit", "abort"]) || isExportOf(origin, "electron", ["app.exit"]);
}

/** A function of this file that is annotated so. */
function isDeclaredNever(sourceCode: SourceCode, callee: TSESTree.Node): boolean {
  const variable = variableOf(sourceCode, callee);
  const definition = variable?.defs[0]?.node;
  const fn = definition?.type === "TSDeclareFunction" ? definition : variable && functionOf(variable);
  return fn?.returnType?.typeAnnotation.type === "TSNeverKeyword";
}

/** `new Promise(() => {})`: its executor has no parameters, or does not use them, and surely does not throw. */
function isNeverSettled(sourceCode: SourceCode, node: TSESTree.Node): boolean {
  const [first] = isNewPromise(node) ? node.arguments : [];
  const executor = first && unwrap(first);
  if (!isFunction(executor) || (executor.type !== "ArrowFunctionExpression" && !isEmpty(executor.body))) return false;
  const settlers = sourceCode.getDeclaredVariables(executor);
  return settlers.every(({ references }) => references.length === 0) && isInert(sourceCode, executor);
}

function isEmpty(body: TSESTree.Node): boolean {
  return body.type === "BlockStatement" && body.body.length === 0;
}
