import type { TSESTree } from "@typescript-eslint/utils";
import type { SourceCode } from "../../ast/source-code.ts";
import type { Edit } from "../fix.ts";
import { chunkOf } from "./chunk.ts";

/**
 * Takes a statement away with its comments and its lines; where other code stands on its line, from it to that code.
 *
 * @param isEnd nothing that stays comes behind it in its block: empty lines above it go too
 * @returns `undefined` when it cannot be told what else would go with it
 */
export function removeStatement(
  sourceCode: SourceCode,
  statement: TSESTree.Node,
  isEnd: boolean = false,
): Edit | undefined {
  const { text } = sourceCode;
  const lines = chunkOf(sourceCode, statement);
  if (!lines) return removeFromLine(sourceCode, statement);
  const [start, end] = lines;
  const leavesGap = isEnd || /^[ \t]*\r?\n/.test(text.slice(end));
  const above = leavesGap ? text.slice(0, start).replace(/(?<=\n)(?:[ \t]*\r?\n)+$/, "").length : start;
  return { range: [above, end], text: "" };
}

/** `if (done) { cancel(); return; }`: what follows on the line stays. */
function removeFromLine(sourceCode: SourceCode, statement: TSESTree.Node): Edit | undefined {
  const next = sourceCode.getTokenAfter(statement, { includeComments: true });
  if (next?.loc.start.line !== statement.loc.end.line) return undefined;
  return { range: [statement.range[0], next.range[0]], text: "" };
}
