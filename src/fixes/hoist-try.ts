import type { TSESTree } from "@typescript-eslint/utils";
import type { SourceCode } from "../ast/source-code.ts";
import { blockNames } from "../scope/names-inside.ts";
import type { Fix } from "./fix.ts";
import { losesNarrowing } from "./loses-narrowing.ts";
import { keepsMeaning, namesLost } from "./movable.ts";
import type { SafeRun } from "./safe-run.ts";
import { Draft } from "./text/draft.ts";
import {
  indentableLines,
  indentAt,
  indentUnit,
  isFirstOnLine,
  lineBreakOf,
  lineStart,
  nextLine,
} from "./text/lines.ts";

/**
 * Begins a `try … finally` that releases earlier: with the statements that stand between the acquire and it, from which
 * a `return` skips it.
 *
 * @returns `null` when it has a `catch`, or names of the run are used behind it; and when a name that its block
 * declares is in those statements: both would be one scope
 */
export function hoistTry(sourceCode: SourceCode, { acquire, place, statements, releases }: SafeRun): Fix | null {
  const first = statements[0]!;
  const last = statements.at(-1)!;
  if (last.type !== "TryStatement" || first === last || last.handler) return null;
  const isIts = releases.length === 1 && releases[0]!.statement.parent === last.finalizer;
  if (!isIts || !keepsMeaning(sourceCode, statements, place) || namesLost(sourceCode, statements).length > 0)
    return null;
  if (losesNarrowing(sourceCode, statements)) return null;
  if (namesMeet(sourceCode, statements.slice(0, -1), last.block)) return null;
  return isFirstOnLine(sourceCode.text, first.range[0]) ? moveUp(sourceCode, acquire, first, last) : null;
}

/** Do statements write a name that a block declares? Not where it names a member of something. */
function namesMeet(
  sourceCode: SourceCode,
  statements: readonly TSESTree.Statement[],
  { body }: TSESTree.BlockStatement,
): boolean {
  const names = new Set(blockNames(sourceCode, body).map(({ name }) => name));
  return statements.some((statement) =>
    sourceCode
      .getTokens(statement)
      .some((token) => names.has(token.value) && !/^\??\.$/.test(sourceCode.getTokenBefore(token)?.value ?? "")),
  );
}

function moveUp(
  sourceCode: SourceCode,
  acquire: TSESTree.Statement,
  first: TSESTree.Statement,
  last: TSESTree.TryStatement,
): Fix | null {
  const { text } = sourceCode;
  const head: TSESTree.Range = [lineStart(text, last.range[0]), nextLine(text, last.range[0])];
  const isAlone = /^[ \t]*try\s*\{\s*$/.test(text.slice(...head));
  if (!isAlone) return null;
  const behind = nextLine(text, acquire.range[1]);
  const above = sourceCode.getCommentsBefore(first).find(({ range }) => range[0] >= behind);
  const open = lineStart(text, (above ?? first).range[0]);
  const draft = new Draft(text);
  draft.insert(open, `${indentAt(text, first.range[0])}try {${lineBreakOf(text)}`, "open");
  const unit = indentUnit(sourceCode, last.block.body[0] ?? last);
  for (const at of indentableLines(sourceCode, open, head[0])) draft.insert(at, unit, "text");
  draft.replace(head, "");
  return { edits: draft.edits() };
}
