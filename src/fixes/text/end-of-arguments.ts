import type { TSESTree } from "@typescript-eslint/utils";
import type { SourceCode } from "../../ast/source-code.ts";

/** Where a further argument goes: behind the last one and its parentheses, before a comma that ends them. */
export function endOfArguments(sourceCode: SourceCode, call: TSESTree.CallExpression | TSESTree.NewExpression): number {
  const close = sourceCode.getLastToken(call)!;
  const last = sourceCode.getTokenBefore(close)!;
  return last.value === "," ? last.range[0] : last.range[1];
}
