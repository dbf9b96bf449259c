import type { TSESTree } from "@typescript-eslint/utils";
import { nodeAt } from "../../ast/node-at.ts";
import type { SourceCode } from "../../ast/source-code.ts";

/** The offset at which the line of `offset` begins. */
export function lineStart(text: string, offset: number): number {
  return text.lastIndexOf("\n", offset - 1) + 1;
}

/** The offset at which the next line begins; the end of the text on the last line. */
export function nextLine(text: string, offset: number): number {
  const end = text.indexOf("\n", offset);
  return end < 0 ? text.length : end + 1;
}

/** The white space that the line of `offset` begins with. */
export function indentAt(text: string, offset: number): string {
  return /^[ \t]*/.exec(text.slice(lineStart(text, offset), offset))![0];
}

/** Is there nothing but white space on the line before `offset`? */
export function isFirstOnLine(text: string, offset: number): boolean {
  return /^[ \t]*$/.test(text.slice(lineStart(text, offset), offset));
}

/** Has a part of the text its lines for itself? */
export function hasOwnLines(text: string, [start, end]: Readonly<TSESTree.Range>): boolean {
  return isFirstOnLine(text, start) && text.slice(end, nextLine(text, end)).trim() === "";
}

/** The lines of a part of the text that has them for itself, and else the part alone: what to delete. */
export function ownLines(text: string, range: Readonly<TSESTree.Range>): TSESTree.Range {
  const [start, end] = range;
  return hasOwnLines(text, range) ? [lineStart(text, start), nextLine(text, end)] : [start, end];
}

/** How the file ends its lines. */
export function lineBreakOf(text: string): string {
  return text.includes("\r\n") ? "\r\n" : "\n";
}

/**
 * By how much the file indents: what a block's statements have more than the line the block begins on. Taken from the
 * block around `node`, then from the first indented line of the file; two spaces when nothing is indented.
 */
export function indentUnit({ text }: SourceCode, node: TSESTree.Node): string {
  for (let at = node; at.parent; at = at.parent) {
    const unit = stepBetween(indentAt(text, at.parent.range[0]), indentAt(text, at.range[0]));
    const opensLine = isFirstOnLine(text, at.range[0]) && at.parent.type !== "Program";
    if (opensLine && unit) return unit;
  }
  return /^(?:\t| {2,8})(?=[^\s*])/m.exec(text)?.[0] ?? "  ";
}

function stepBetween(outer: string, inner: string): string | undefined {
  return inner.startsWith(outer) ? inner.slice(outer.length) : undefined;
}

/**
 * The starts of the lines of a part of the text, without those inside of a token that spans lines and those that are
 * empty: what a change of indentation may touch. Text between JSX tags is no such token: its indentation means nothing.
 */
export function* indentableLines(
  sourceCode: SourceCode,
  start: number,
  end: number,
): Generator<number, void, undefined> {
  const { text } = sourceCode;
  for (let at = start; at < end; at = nextLine(text, at)) {
    const isEmpty = /^[ \t]*\r?(?:\n|$)/.test(text.slice(at, nextLine(text, at)));
    if (!isEmpty && !isInsideToken(sourceCode, at)) yield at;
    if (nextLine(text, at) === at) return;
  }
}

function isInsideToken(sourceCode: SourceCode, offset: number): boolean {
  const node = nodeAt(sourceCode, offset);
  return (
    /^(?:Literal|TemplateElement|TemplateLiteral|TSTemplateLiteralType)$/.test(node.type) && node.range[0] < offset
  );
}
