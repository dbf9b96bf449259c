import type { TSESLint, TSESTree } from "@typescript-eslint/utils";

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

/** A fix in the form ESLint takes; `null` for none. */
export function toReportFix(fix: Fix | null): TSESLint.ReportFixFunction | null {
  return fix ? (fixer) => fix.edits.map(({ range, text }) => fixer.replaceTextRange([...range], text)) : null;
}
