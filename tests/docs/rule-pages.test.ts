import { readdirSync } from "node:fs";
import type { Linter } from "eslint";
import { describe, expect, it } from "vitest";
import { lint } from "../rules/lint.ts";
import { blocksOf, pathOf, readPage, sectionOf, withText, type Block } from "./read-page.ts";

const SECTIONS = [
  "What it reports",
  "Why",
  "Incorrect",
  "Correct",
  "How paths are followed, and known misses",
  "Options",
  "How the fix works, and when it declines",
  "When not to use it",
];

const pages = readdirSync(new URL("../../docs/rules/", import.meta.url));

describe.each(pages.map((file) => file.replace(/\.md$/, "")))("docs/rules/%s.md", (rule) => {
  const path = `docs/rules/${rule}.md`;
  const page = readPage(path);
  const blocks = blocksOf(page);
  const reportsOf = ({ text, language }: Block): string[] =>
    lint(text, { file: `file.${language}`, rule, ...settingsOf(text) }).map(printReport);

  it("has the sections of every rule's page, in their order", () => {
    expect([...page.matchAll(/^## (.+)$/gm)].map(([, title]) => title)).toEqual(SECTIONS);
  });

  it("shows incorrect and correct code", () => {
    expect(codeUnder(blocks, "Incorrect")).not.toEqual([]);
    expect(codeUnder(blocks, "Correct")).not.toEqual([]);
  });

  it.each(codeUnder(blocks, "Incorrect"))("line $line: incorrect", (block) => {
    expect(reportsOf(block)).not.toEqual([]);
  });

  it.each(codeUnder(blocks, "Correct"))("line $line: correct", (block) => {
    expect(reportsOf(block)).toEqual([]);
  });

  it("shows below incorrect code what the rule says of it (`vitest run tests/docs -u` writes it)", async () => {
    let expected = page;
    for (const block of codeUnder(blocks, "Incorrect").toReversed()) {
      const below = blocks[blocks.indexOf(block) + 1];
      if (below?.language !== "text") throw new Error(`no block of text follows the code of line ${block.line}`);
      expected = withText(expected, below, reportsOf(block));
    }
    await expect(expected).toMatchFileSnapshot(pathOf(path));
  });

  it("takes its measurements from bench/cost/RESULTS.md", () => {
    const rows = sectionOf(page, "Why").split("\n").filter((line) => line.startsWith("| `"));
    const measured = readPage("bench/cost/RESULTS.md").split("\n");
    expect(rows.filter((row) => !measured.includes(row))).toEqual([]);
  });
});

function codeUnder(blocks: readonly Block[], heading: string): Block[] {
  return blocks.filter((block) => block.heading === heading && /^[jt]sx?$/.test(block.language));
}

/** As in a fixture, the first line may hold the content of `settings.leaks`. */
function settingsOf(text: string): { settings?: unknown } {
  const value = /^\/\/ settings: (.*)\n/.exec(text)?.[1];
  return value === undefined ? {} : { settings: JSON.parse(value) as unknown };
}

function printReport({ line, column, message }: Linter.LintMessage): string {
  return `${line}:${column}  ${message}`;
}
