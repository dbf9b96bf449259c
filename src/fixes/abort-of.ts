import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { isFunction } from "../ast/functions.ts";
import { isMemberNamed } from "../ast/names.ts";
import { onlyExpressionOf } from "../ast/only-expression.ts";
import type { SourceCode } from "../ast/source-code.ts";
import { unwrap } from "../ast/transparent.ts";
import { constantValue, variableOf } from "../scope/variables.ts";

/** A controller that a callback aborts, and with which reason. */
export interface Abort {
  readonly controller: TSESLint.Scope.Variable;
  readonly made: TSESTree.NewExpression;
  readonly reasons: readonly TSESTree.CallExpressionArgument[];
}

/**
 * What a callback aborts, if it does nothing else: `() => controller.abort()`, `controller.abort.bind(controller)`.
 *
 * @returns `undefined` unless that is a constant made by `new AbortController()`
 */
export function abortOf(sourceCode: SourceCode, callback: TSESTree.Node): Abort | undefined {
  const node = unwrap(callback);
  if (node.type === "CallExpression") return boundAbort(sourceCode, node);
  const only = isFunction(node) ? onlyExpressionOf(node) : undefined;
  return only?.type === "CallExpression" ? abortBy(sourceCode, unwrap(only.callee), only.arguments) : undefined;
}

function boundAbort(sourceCode: SourceCode, call: TSESTree.CallExpression): Abort | undefined {
  const method = unwrap(call.callee);
  const [self, ...reasons] = call.arguments;
  if (!isMemberNamed(method, "bind") || self?.type !== "Identifier") return undefined;
  const abort = abortBy(sourceCode, unwrap(method.object), reasons);
  return abort?.controller === variableOf(sourceCode, self) ? abort : undefined;
}

function abortBy(sourceCode: SourceCode, method: TSESTree.Node, reasons: Abort["reasons"]): Abort | undefined {
  if (!isMemberNamed(method, "abort")) return undefined;
  const object = unwrap(method.object);
  const controller = variableOf(sourceCode, object);
  const value = controller && constantValue(controller);
  const made = value && unwrap(value);
  if (made?.type !== "NewExpression" || made.callee.type !== "Identifier") return undefined;
  return made.callee.name === "AbortController" ? { controller: controller!, made, reasons } : undefined;
}
