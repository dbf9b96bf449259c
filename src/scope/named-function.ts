import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { isFunction, type FunctionNode } from "../ast/functions.ts";
import type { SourceCode } from "../ast/source-code.ts";
import { outermost, unwrap } from "../ast/transparent.ts";
import { functionOf, isConstant, variableOf } from "./variables.ts";

/** The function that an expression is: written there, or by its constant name; `undefined` for any other. */
export function functionAt(sourceCode: SourceCode, expression: TSESTree.Node | undefined): FunctionNode | undefined {
  const node = expression && unwrap(expression);
  if (isFunction(node)) return node;
  const variable = variableOf(sourceCode, node);
  return variable && functionOf(variable);
}

/** The constant name that a function has, of a declaration or a `const`; `undefined` for one without. */
export function nameOfFunction(sourceCode: SourceCode, fn: FunctionNode): TSESLint.Scope.Variable | undefined {
  if (fn.type !== "FunctionDeclaration") return nameOfValue(sourceCode, fn);
  const variable = sourceCode.getDeclaredVariables(fn)[0];
  return variable && isConstant(variable) ? variable : undefined;
}

/** The constant that a value is the first and only one of: `const name = value`; `undefined` where there is none. */
export function nameOfValue(sourceCode: SourceCode, value: TSESTree.Node): TSESLint.Scope.Variable | undefined {
  const { parent } = outermost(value);
  if (parent?.type !== "VariableDeclarator" || parent.id.type !== "Identifier") return undefined;
  const variable = sourceCode.getDeclaredVariables(parent)[0];
  return variable && isConstant(variable) ? variable : undefined;
}
