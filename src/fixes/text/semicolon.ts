import type { TSESTree } from "@typescript-eslint/utils";
import type { SourceCode } from "../../ast/source-code.ts";

/** A semicolon, if the author of a statement writes them: one on the next line is for what follows there. */
export function semicolon(sourceCode: SourceCode, statement: TSESTree.Node): string {
  const [before, last] = sourceCode.getLastTokens(statement, 2);
  return last?.value === ";" && before?.loc.end.line === last.loc.start.line ? ";" : "";
}

/** A semicolon, if statements of the file end in one. */
export function semicolonOfFile(text: string): string {
  return /;\s*$/m.test(text) ? ";" : "";
}

/** A statement as it is written, without the semicolon at its end. */
export function withoutSemicolon(sourceCode: SourceCode, statement: TSESTree.Node): string {
  const [before, last] = sourceCode.getLastTokens(statement, 2);
  const end = last?.value === ";" && before ? before.range[1] : statement.range[1];
  return sourceCode.text.slice(statement.range[0], end);
}
