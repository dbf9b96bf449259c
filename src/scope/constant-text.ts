import type { TSESTree } from "@typescript-eslint/utils";
import type { SourceCode } from "../ast/source-code.ts";
import { unwrap } from "../ast/transparent.ts";
import { writtenText } from "../ast/written-text.ts";
import { constantValue, variableOf } from "./variables.ts";

/** The text that an expression is, written there or in a constant of the file; `undefined` for any other. */
export function constantText(sourceCode: SourceCode, node: TSESTree.Node | undefined): string | undefined {
  return node && writtenText(constantValue(variableOf(sourceCode, node)) ?? unwrap(node));
}
