import type { TSESTree } from "@typescript-eslint/utils";
import type { SourceCode } from "../../ast/source-code.ts";
import { isFirstOnLine, lineStart, nextLine } from "./lines.ts";

/**
 * The whole lines of a statement, with the comments that belong to it: those on lines of their own directly above, and
 * one behind it on its line.
 *
 * @returns `undefined` when other code stands on these lines
 */
export function chunkOf(sourceCode: SourceCode, statement: TSESTree.Node): TSESTree.Range | undefined {
  const { text } = sourceCode;
  const behind = trailingEnd(sourceCode, statement);
  if (!isFirstOnLine(text, statement.range[0]) || behind === undefined) return undefined;
  let start = lineStart(text, statement.range[0]);
  for (const comment of sourceCode.getCommentsBefore(statement).toReversed()) {
    const isDirectlyAbove = nextLine(text, comment.range[1]) === start;
    if (!isDirectlyAbove || !isFirstOnLine(text, comment.range[0])) break;
    start = lineStart(text, comment.range[0]);
  }
  return [start, nextLine(text, behind)];
}

/** Where the last comment behind a statement ends on its line; `undefined` when code follows there. */
function trailingEnd(sourceCode: SourceCode, statement: TSESTree.Node): number | undefined {
  const { text } = sourceCode;
  let [, end] = statement.range;
  for (const comment of sourceCode.getCommentsAfter(statement)) {
    if (comment.range[0] >= nextLine(text, end)) break;
    [, end] = comment.range;
  }
  return text.slice(end, nextLine(text, end)).trim() === "" ? end : undefined;
}

/** Has a statement comments, in it or beside it, that would be lost or orphaned without it? */
export function hasComments(sourceCode: SourceCode, statement: TSESTree.Node): boolean {
  const { text } = sourceCode;
  if (sourceCode.getCommentsInside(statement).length > 0) return true;
  const start = lineStart(text, statement.range[0]);
  const end = nextLine(text, statement.range[1]);
  return (
    sourceCode.getCommentsBefore(statement).some(({ range }) => nextLine(text, range[1]) >= start) ||
    sourceCode.getCommentsAfter(statement).some(({ range }) => range[0] < end)
  );
}
