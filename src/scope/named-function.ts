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
  const declaration = fn.type === "FunctionDeclaration" ? fn : outermost(fn).parent;
  if (declaration !== fn && (declaration.type !== "VariableDeclarator" || declaration.id.type !== "Identifier"))
    return undefined;
  const variable = sourceCode.getDeclaredVariables(declaration)[0];
  return variable && isConstant(variable) ? variable : undefined;
}
