import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** A fenced block of a page. */
export interface Block {
  /** The heading it stands under, of any level. */
  readonly heading: string;
  /** The line of the page on which its text begins. */
  readonly line: number;
  readonly language: string;
  readonly text: string;
}

/** Where a page lies, named from the root of the project. */
export function pathOf(page: string): string {
  return fileURLToPath(new URL(`../../${page}`, import.meta.url));
}

/** The text of a page, named from the root of the project. */
export function readPage(page: string): string {
  return readFileSync(pathOf(page), "utf8");
}

/** The fenced blocks of a page, in order. */
export function blocksOf(page: string): Block[] {
  const blocks: Block[] = [];
  let heading = "";
  let open: { language: string; line: number; lines: string[] } | undefined;
  page.split("\n").forEach((text, index) => {
    const fence = /^```(\w*)$/.exec(text);
    if (open && fence) {
      const { language, line, lines } = open;
      blocks.push({ heading, line, language, text: lines.map((each) => `${each}\n`).join("") });
      open = undefined;
    } else if (open) open.lines.push(text);
    else if (fence) open = { language: fence[1]!, line: index + 2, lines: [] };
    else heading = /^#+ (.+)$/.exec(text)?.[1] ?? heading;
  });
  return blocks;
}

/** The text under a heading, up to the next one of the same level or above. */
export function sectionOf(page: string, heading: string): string {
  const lines = page.split("\n");
  const isHeading = /^#+ /;
  const start = lines.findIndex((line) => isHeading.test(line) && line.replace(isHeading, "") === heading);
  if (start < 0) throw new Error(`there is no heading "${heading}"`);
  const level = lines[start]!.indexOf(" ");
  const rest = lines.slice(start + 1);
  const end = rest.findIndex((line) => isHeading.test(line) && line.indexOf(" ") <= level);
  return rest.slice(0, end < 0 ? undefined : end).join("\n");
}

/** The page with other lines in one of its blocks. Those after it move. */
export function withText(page: string, { line, text }: Block, replacement: readonly string[]): string {
  const lines = page.split("\n");
  lines.splice(line - 1, text.split("\n").length - 1, ...replacement);
  return lines.join("\n");
}

/** The page with what stands between its two markers replaced. */
export function withMarked(page: string, marker: string, content: string): string {
  const [begin, end] = [`<!-- ${marker}:begin -->`, `<!-- ${marker}:end -->`];
  const [before, after] = [page.split(begin), page.split(end)];
  if (before.length !== 2 || after.length !== 2) throw new Error(`the markers of ${marker} must stand there once`);
  return `${before[0]!}${begin}\n\n${content}\n\n${end}${after[1]!}`;
}
