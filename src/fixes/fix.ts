import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import type { SourceCode } from "../ast/source-code.ts";
import { keepsDirectives } from "./text/directives.ts";
import { endStatements } from "./text/end-statements.ts";
import { keepsComments } from "./text/keeps-comments.ts";

/** One part of the text and what stands there afterwards. */
export interface Edit {
  readonly range: Readonly<TSESTree.Range>;
  readonly text: string;
}

/**
 * What a strategy makes of a leak: edits that do not overlap, in the order of the text. A strategy that cannot keep the
 * promise of `--fix` (same behaviour on every path, plus the release) gives `null` instead.
 */
export interface Fix {
  readonly edits: readonly Edit[];
}

/** Would a fix leave every comment there, and `@ts-ignore` and its like above the line it is for? */
export function keepsAllComments(sourceCode: SourceCode, { edits }: Fix): boolean {
  return keepsComments(sourceCode, edits) && keepsDirectives(sourceCode, edits);
}

/** A fix in the form ESLint takes; `null` for none, and for one that would not keep the comments. */
export function toReportFix(sourceCode: SourceCode, fix: Fix | null): TSESLint.ReportFixFunction | null {
  if (!fix || !keepsAllComments(sourceCode, fix)) return null;
  const edits = endStatements(sourceCode, fix.edits);
  return (fixer) => edits.map(({ range, text }) => fixer.replaceTextRange([...range], text));
}
