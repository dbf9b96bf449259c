import type { TSESLint, TSESTree } from "@typescript-eslint/utils";

/** A semicolon, if the author of a statement writes them. */
export function semicolon(sourceCode: Readonly<TSESLint.SourceCode>, statement: TSESTree.Node): string {
  return sourceCode.getText(statement).endsWith(";") ? ";" : "";
}
