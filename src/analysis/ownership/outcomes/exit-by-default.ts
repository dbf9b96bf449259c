import type { TSESTree } from "@typescript-eslint/utils";
import { isFunction } from "../../../ast/functions.ts";
import { isName, isThis, memberName } from "../../../ast/names.ts";
import { onlyExpressionOf } from "../../../ast/only-expression.ts";
import type { SourceCode } from "../../../ast/source-code.ts";
import { unwrap } from "../../../ast/transparent.ts";
import { constantValue, variableOf } from "../../../scope/variables.ts";
import { findOwnField } from "../functions/own-field.ts";

/** Names of what ends a process: other names are not looked up. */
const exitName = /exit/i;

/**
 * Does a callee end the process unless something else was put in its place, as for a test: `exit = process.exit` of a
 * parameter or a pattern, `const exit = options.exit ?? process.exit`, a field with such a value, or `exit` of what is
 * `process` in the same way?
 *
 * It does not see a default that another file gives, nor one of an object: `{ exit: process.exit, ...options }`.
 */
export function exitsByDefault(sourceCode: SourceCode, callee: TSESTree.Node): boolean {
  const value = valueOf(sourceCode, callee);
  return (value !== undefined && isExit(sourceCode, value)) || isExitOfDefault(sourceCode, callee);
}

/** Is it `process.exit`, or that of Deno? */
export function isExitOfProcess(callee: TSESTree.Node): boolean {
  if (callee.type !== "MemberExpression") return false;
  const name = memberName(callee);
  const isOfNode = isName(callee.object, "process") && (name === "exit" || name === "abort");
  return isOfNode || (isName(callee.object, "Deno") && name === "exit");
}

function valueOf(sourceCode: SourceCode, callee: TSESTree.Node): TSESTree.Node | undefined {
  if (callee.type === "MemberExpression") {
    const name = memberName(callee) ?? "";
    const isOwn = exitName.test(name) && isThis(callee.object);
    const field = isOwn ? findOwnField(sourceCode, callee, name) : undefined;
    return field?.changes ? undefined : field?.value;
  }
  return callee.type === "Identifier" && exitName.test(callee.name) ? defaultOf(sourceCode, callee) : undefined;
}

/** The value of a constant, or what a parameter or a name in a pattern is where nothing is given for it. */
function defaultOf(sourceCode: SourceCode, name: TSESTree.Identifier): TSESTree.Node | undefined {
  const variable = variableOf(sourceCode, name);
  const { parent } = variable?.defs[0]?.name ?? {};
  return parent?.type === "AssignmentPattern" ? parent.right : constantValue(variable);
}

/** Is a value `process.exit`, a function that does nothing but call it, or one of these in place of a missing one? */
function isExit(sourceCode: SourceCode, value: TSESTree.Node): boolean {
  const node = unwrap(value);
  if (node.type === "LogicalExpression") return isExit(sourceCode, node.right);
  if (!isFunction(node)) return isExitOfProcess(node) || isExitOfDefault(sourceCode, node);
  const call = onlyExpressionOf(node);
  return call?.type === "CallExpression" && isExit(sourceCode, call.callee);
}

/** `proc.exit`, where `proc` is `process` unless something else is given. */
function isExitOfDefault(sourceCode: SourceCode, callee: TSESTree.Node): boolean {
  if (callee.type !== "MemberExpression" || memberName(callee) !== "exit") return false;
  const object = unwrap(callee.object);
  const value = object.type === "Identifier" ? defaultOf(sourceCode, object) : undefined;
  const inPlace = value && unwrap(value);
  return isName(inPlace?.type === "LogicalExpression" ? inPlace.right : inPlace, "process");
}
