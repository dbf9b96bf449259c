import type { TSESTree } from "@typescript-eslint/utils";
import { nodeAt } from "../../ast/node-at.ts";
import type { SourceCode } from "../../ast/source-code.ts";
import { placeOf } from "../../ast/statement-list.ts";
import { tokensAround } from "../../ast/tokens-around.ts";
import type { Edit } from "../fix.ts";

/**
 * Edits with a semicolon where what they write or take away would let JavaScript read two statements as one: before a
 * line that begins with a bracket, in code without semicolons.
 *
 * @param edits those of one fix, in the order of the text
 */
export function endStatements(sourceCode: SourceCode, edits: readonly Edit[]): Edit[] {
  return edits.flatMap((edit, index) => {
    const before = edits.slice(0, index);
    const start = readsOn.test(withoutComments(edit.text)) ? startOf(sourceCode, edit.range[0]) : undefined;
    const isCut = start !== undefined && start <= edit.range[1] && !isEnded(sourceCode, before, edit.range[0]);
    const written = isCut ? { ...edit, text: edit.text.replace(/(?=\S)/, ";") } : edit;
    return endLast(sourceCode, [...before, written], edits[index + 1]);
  });
}

/** What could go on with the line before it. */
const readsOn = /^[([`+\-/]/;

/** A text from its first token on: a type in a comment, `/** @type {…} *\/ let timer`, is none. */
function withoutComments(text: string): string {
  return text.replace(/^(?:\s|\/\*[^]*?\*\/|\/\/.*)+/, "");
}

/** The last edit, and a semicolon where what it writes, or leaves, would run into the statement behind it. */
function endLast(sourceCode: SourceCode, edits: readonly Edit[], next: Edit | undefined): Edit[] {
  const edit = edits.at(-1)!;
  const start = startOf(sourceCode, edit.range[1]);
  const isHidden = start === undefined || (next && next.range[0] <= start);
  if (isHidden || !readsOn.test(sourceCode.text.slice(start)) || isEnded(sourceCode, edits, start)) return [edit];
  if (start === edit.range[1]) return [{ ...edit, text: `${edit.text};` }];
  return [edit, { range: [start, start], text: ";" }];
}

/** Where the statement of a list begins that comes next behind an offset; `undefined` if something else does. */
function startOf(sourceCode: SourceCode, offset: number): number | undefined {
  const start = tokensAround(sourceCode, offset).from?.range[0];
  let at: TSESTree.Node | undefined = start === undefined ? undefined : nodeAt(sourceCode, start);
  while (at && at.range[0] === start && !placeOf(at)) at = at.parent;
  return at?.range[0] === start ? start : undefined;
}

/** Does nothing that stays or is written before an offset run into the statement that begins there? */
function isEnded(sourceCode: SourceCode, edits: readonly Edit[], offset: number): boolean {
  let at = offset;
  for (const { range, text } of edits.toReversed()) {
    if ((tokensAround(sourceCode, at).before?.range[1] ?? 0) > range[1]) break;
    // What is written on the line itself is the beginning of the statement: `timer = `.
    const isLine = /\n\s*$/.test(text + sourceCode.text.slice(range[1], at));
    if (text.trim() !== "") return !isLine || /[;{}]\s*$/.test(text);
    at = range[0];
  }
  const { before } = tokensAround(sourceCode, at);
  return !before || /^[;{:]$/.test(before.value) || endsBlock(sourceCode, before);
}

/** Does a brace end a block, and not an expression that could go on? */
function endsBlock(sourceCode: SourceCode, token: TSESTree.Token): boolean {
  let at: TSESTree.Node | undefined = token.value === "}" ? nodeAt(sourceCode, token.range[0]) : undefined;
  while (at && at.range[1] === token.range[1] && !placeOf(at)) at = at.parent;
  return at?.range[1] === token.range[1] && !/^(?:Expression|Return|Throw|Variable)/.test(at.type);
}
