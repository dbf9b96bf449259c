import type { TSESTree } from "@typescript-eslint/utils";
import type { SourceCode } from "../../ast/source-code.ts";

/** A semicolon, if the author of a statement writes them. */
export function semicolon(sourceCode: SourceCode, statement: TSESTree.Node): string {
  return sourceCode.getText(statement).endsWith(";") ? ";" : "";
}

/** A semicolon, if statements of the file end in one. */
export function semicolonOfFile(text: string): string {
  return /;\s*$/m.test(text) ? ";" : "";
}
