import type { TSESTree } from "@typescript-eslint/utils";
import type { SourceCode } from "../ast/source-code.ts";
import { unwrap } from "../ast/transparent.ts";
import { constantValue, variableOf } from "./variables.ts";

/** The number that an expression is, written where it stands or in a constant; `undefined` where that is not known. */
export function writtenNumber(sourceCode: SourceCode, expression: TSESTree.Node | undefined): number | undefined {
  const named = expression && variableOf(sourceCode, unwrap(expression));
  const value = named ? constantValue(named) : expression;
  const node = value && unwrap(value);
  return node?.type === "Literal" && typeof node.value === "number" ? node.value : undefined;
}
