import type { TSESLint, TSESTree } from "@typescript-eslint/utils";

/** A semicolon, if the author of a statement writes them. */
export function semicolon(sourceCode: Readonly<TSESLint.SourceCode>, statement: TSESTree.Node): string {
  return sourceCode.getText(statement).endsWith(";") ? ";" : "";
}

/** A semicolon, if statements of the file end in one. */
export function semicolonOfFile(text: string): string {
  return /;\s*$/m.test(text) ? ";" : "";
}
