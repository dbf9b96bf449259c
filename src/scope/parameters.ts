import type { TSESTree } from "@typescript-eslint/utils";
import { isFunction, type FunctionNode } from "../ast/functions.ts";
import type { SourceCode } from "../ast/source-code.ts";
import { variableOf, type Variable } from "./variables.ts";

/** A parameter of a function of this file, by its place among all. */
export interface Parameter {
  readonly fn: FunctionNode;
  readonly index: number;
  readonly variable: Variable;
}

/** The parameter that an expression names; `undefined` for a part of one, for a rest, and for any other name. */
export function parameterOf(sourceCode: SourceCode, expression: TSESTree.Node | undefined): Parameter | undefined {
  const variable = variableOf(sourceCode, expression);
  const definition = variable?.defs[0];
  if (!variable || definition?.type !== "Parameter" || !isFunction(definition.node)) return undefined;
  const index = indexOfParam(definition.node, definition.name);
  return index < 0 ? undefined : { fn: definition.node, index, variable };
}

/** The place among the parameters of a function of a name, a pattern or a rest; -1 for what is none of them. */
export function indexOfParam({ params }: FunctionNode, name: TSESTree.Node | undefined): number {
  return params.findIndex((param) => param === name || withoutDefault(param) === name);
}

/** What a call gives at a place; `undefined` where that is nothing, and behind a spread, of which nobody knows. */
export function argumentAt(
  { arguments: given }: TSESTree.CallExpression | TSESTree.NewExpression,
  index: number,
): TSESTree.Expression | undefined {
  const before = given.slice(0, index + 1);
  const argument = before.some(({ type }) => type === "SpreadElement") ? undefined : before[index];
  return argument as TSESTree.Expression | undefined;
}

/** `signal` of `signal = never` and of `private signal`. */
function withoutDefault(param: TSESTree.Parameter): TSESTree.Node {
  if (param.type === "TSParameterProperty") return withoutDefault(param.parameter);
  return param.type === "AssignmentPattern" ? param.left : param;
}
