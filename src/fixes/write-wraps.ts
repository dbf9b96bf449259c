import type { TSESTree } from "@typescript-eslint/utils";
import type { SourceCode } from "../ast/source-code.ts";
import type { Edit, Fix } from "./fix.ts";
import { chunkOf } from "./text/chunk.ts";
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
import { removeStatement } from "./text/remove-statement.ts";
import { firstOf, type Wrap } from "./wrap.ts";

/** The lines of one `try` block. */
interface Block {
  readonly wrap: Wrap;
  readonly open: number;
  readonly close: number;
  readonly indent: string;
}

/**
 * Writes wraps that lie beside or inside of one another as one fix.
 *
 * @returns `null` where the layout does not allow it: other code on the first or the last line of a run
 */
export function writeWraps(sourceCode: SourceCode, wraps: readonly Wrap[]): Fix | null {
  const measured = wraps.map((wrap) => measure(sourceCode, wrap));
  if (!measured.every((block) => block !== undefined)) return null;
  // From the inside outwards: where several end together, the one that begins last is closed first.
  const blocks = measured.toReversed();
  const writer = new Writer(sourceCode, blocks);
  return blocks.every((block) => writer.write(block)) ? { edits: writer.edits() } : null;
}

function measure(sourceCode: SourceCode, wrap: Wrap): Block | undefined {
  const { text } = sourceCode;
  const first = firstOf(wrap);
  const lines = chunkOf(sourceCode, wrap.last);
  if (!lines || !isFirstOnLine(text, first.range[0])) return undefined;
  const behind = nextLine(text, endOfLine(sourceCode, wrap.acquire));
  const above = sourceCode.getCommentsBefore(first).find(({ range }) => range[0] >= behind);
  const open = lineStart(text, (above ?? first).range[0]);
  if (open < behind) return undefined;
  return { wrap, open, close: lines[1], indent: indentAt(text, first.range[0]) };
}

/** The end of a statement, or of the comment that begins behind it on its line. */
function endOfLine(sourceCode: SourceCode, statement: TSESTree.Node): number {
  const end = nextLine(sourceCode.text, statement.range[1]);
  const behind = sourceCode.getCommentsAfter(statement).filter(({ range }) => range[0] < end);
  return behind.at(-1)?.range[1] ?? statement.range[1];
}

/** Writes `try` blocks into one draft; a line is moved once for each block around it. */
class Writer {
  readonly #sourceCode: SourceCode;
  readonly #blocks: readonly Block[];
  readonly #draft: Draft;
  readonly #unit: string;
  readonly #break: string;

  constructor(sourceCode: SourceCode, blocks: readonly Block[]) {
    this.#sourceCode = sourceCode;
    this.#blocks = blocks;
    this.#draft = new Draft(sourceCode.text);
    this.#unit = indentUnit(sourceCode, blocks[0]!.wrap.acquire);
    this.#break = lineBreakOf(sourceCode.text);
  }

  edits(): readonly Edit[] {
    const moved = new Set(
      this.#blocks.flatMap(({ open, close }) => [...indentableLines(this.#sourceCode, open, close)]),
    );
    for (const at of moved) this.#draft.insert(at, this.#unit.repeat(this.#depthAt(at)), "text");
    return this.#draft.edits();
  }

  /** @returns whether it could be written */
  write(block: Block): boolean {
    const { wrap, open, close, indent } = block;
    const outer = indent + this.#unit.repeat(this.#depthAt(open) - 1);
    const inner = outer + this.#unit;
    const releases = wrap.releases.map((release) => this.#releaseText(release, inner, this.#depthAt(open)));
    if (!releases.every((text) => text !== undefined)) return false;
    const end = this.#break;
    const declarations = (wrap.declarations ?? []).map((text) => outer + text + end).join("");
    this.#draft.insert(open, `${declarations}${outer}try {${end}`, "open");
    const closing = `${outer}} finally {${end}${releases.join("")}${outer}}${end}`;
    this.#draft.insert(close, this.#asLines(close, closing, wrap.removed.includes(wrap.last)), "close");
    for (const { range, text } of wrap.edits ?? []) this.#draft.replace(range, text);
    for (const statement of wrap.removed) {
      const removal = removeStatement(
        this.#sourceCode,
        statement,
        nextLine(this.#sourceCode.text, statement.range[1]) >= close,
      );
      if (!removal) return false;
      this.#draft.replace(removal.range, removal.text);
    }
    return true;
  }

  #depthAt(offset: number): number {
    return this.#blocks.filter(({ open, close }) => open <= offset && offset < close).length;
  }

  /** At the end of a text without a last line break, the break comes before, unless that line goes away. */
  #asLines(at: number, lines: string, isRemoved: boolean): string {
    const isOpenLine = at === this.#sourceCode.text.length && !this.#sourceCode.text.endsWith("\n");
    return isOpenLine ? (isRemoved ? "" : this.#break) + lines.slice(0, -this.#break.length) : lines;
  }

  #releaseText(release: TSESTree.Statement | string, inner: string, depth: number): string | undefined {
    if (typeof release === "string") return inner + release + this.#break;
    const lines = chunkOf(this.#sourceCode, release);
    if (!lines) return undefined;
    const draft = new Draft(this.#sourceCode.text);
    for (const at of indentableLines(this.#sourceCode, ...lines)) draft.insert(at, this.#unit.repeat(depth), "text");
    const moved = draft.slice(lines);
    return moved.endsWith("\n") ? moved : moved + this.#break;
  }
}
