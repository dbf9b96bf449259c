import type { TSESTree } from "@typescript-eslint/utils";
import { propertyName } from "../../../ast/names.ts";
import type { SourceCode } from "../../../ast/source-code.ts";
import { outermost } from "../../../ast/transparent.ts";
import { constantValue, variableOf, type Variable } from "../../../scope/variables.ts";

/** An object that has a value as a part: `{ resolve, reject }`. */
export interface Holder {
  readonly object: TSESTree.ObjectExpression;
  /** What it calls the value. */
  readonly part: string;
  /** The constant that it is, `const task = { resolve, reject }`, if it is one. */
  readonly variable: Variable | undefined;
}

/** The object that is made with a value in it; `undefined` where the value stands elsewhere. */
export function holderOf(sourceCode: SourceCode, value: TSESTree.Node): Holder | undefined {
  const { parent: property } = outermost(value);
  const part = property.type === "Property" ? propertyName(property) : undefined;
  const object = property.parent;
  if (part === undefined || object?.type !== "ObjectExpression") return undefined;
  const { parent } = outermost(object);
  const variable = parent.type === "VariableDeclarator" ? variableOf(sourceCode, parent.id) : undefined;
  return { object, part, variable: variable && constantValue(variable) ? variable : undefined };
}
