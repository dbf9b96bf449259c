import type { SourceCode } from "../../ast/source-code.ts";
import type { Edit } from "../fix.ts";

/** Does every comment that edits replace stand in what they write? It may stand elsewhere, and be indented anew. */
export function keepsComments(sourceCode: SourceCode, edits: readonly Edit[]): boolean {
  const replaced = sourceCode
    .getAllComments()
    .filter(({ range: [start, end] }) => edits.some(({ range }) => range[0] <= start && end <= range[1]));
  if (replaced.length === 0) return true;
  const written = edits.map(({ text }) => wordsOf(`${text}\n`)).join(" ");
  return replaced.every((comment) => {
    const words = wordsOf(sourceCode.getText(comment));
    return written.includes(comment.type === "Line" ? `${words} ⏎` : words);
  });
}

/** A text without its indentation; where a line ends is kept, since a line comment ends there. */
function wordsOf(text: string): string {
  return text
    .split(/\r?\n/)
    .map((line) => line.replaceAll(/\s+/g, " ").trim())
    .join(" ⏎ ");
}
