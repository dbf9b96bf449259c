import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { isFunction } from "../ast/functions.ts";
import { isNewController } from "../ast/names.ts";
import { onlyExpressionOf } from "../ast/only-expression.ts";
import type { SourceCode } from "../ast/source-code.ts";
import { unwrap } from "../ast/transparent.ts";
import { abortedBy, boundAbort } from "../resources/aborted-by.ts";
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
  const only = isFunction(node) ? onlyExpressionOf(node) : node;
  if (only?.type !== "CallExpression") return undefined;
  const isBound = only === node;
  const controller = isBound ? boundAbort(sourceCode, only) : abortedBy(sourceCode, only.callee);
  const made = constantValue(controller);
  if (!controller || !isNewController(made)) return undefined;
  const [self, ...bound] = only.arguments;
  if (isBound && variableOf(sourceCode, self) !== controller) return undefined;
  return { controller, made, reasons: isBound ? bound : only.arguments };
}
