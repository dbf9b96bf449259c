import type { TSESTree } from "@typescript-eslint/utils";
import type { SourceCode } from "../ast/source-code.ts";
import { hasComments } from "./text/chunk.ts";
import { releaseText } from "./own-releases.ts";
import { withTrailingReturn, type SafeRun } from "./safe-run.ts";
import { semicolon } from "./text/semicolon.ts";
import type { Wrap } from "./wrap.ts";

/**
 * `try … finally` around a safe run: the releases in it go away, the one in `finally` takes their place.
 *
 * @returns `null` when names of the run are used behind it, or when a comment or a block would be left without its
 * statement
 */
export function wrapInFinally(
  sourceCode: SourceCode,
  run: SafeRun,
  isOther: (statement: TSESTree.Statement) => boolean,
): Wrap | null {
  const { acquire, place, releases } = run;
  const statements = withTrailingReturn(sourceCode, run, isOther);
  if (!statements) return null;
  const trailing = releases.find(({ statement }) => statement.parent === place.parent);
  const inner = releases.filter((release) => release !== trailing);
  const isClean = inner.every(({ statement }) => !isAlone(statement) && !hasComments(sourceCode, statement));
  if (!isClean || (trailing && statements.length === 1)) return null;
  return {
    acquire,
    place,
    last: statements.at(-1)!,
    removed: releases.map(({ statement }) => statement),
    releases: [trailing?.statement ?? releaseText(sourceCode, releases[0]!) + semicolon(sourceCode, acquire)],
  };
}

/** Would nothing be left of what stands around a statement? */
export function isAlone({ parent }: TSESTree.Node): boolean {
  return parent!.type !== "BlockStatement" || parent!.body.length === 1;
}
