import { readFileSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { lint } from "../../rules/lint.ts";

/**
 * How a repair fits into the layout around it: its line ends, indentation, comments, and other code on its lines. A
 * part of layouts.txt is a title, a program, and behind `---` what the fix makes of it, or else the first suggestion
 * for the first report. In a `module` there is no function. There `→` stands for a tab, `␍` for a carriage return and
 * `⌀` for the end of a text without a line break. `UPDATE_CASES=1` writes what comes out: then read it.
 */
const page = new URL("layouts.txt", import.meta.url);
const [rules, ...parts] = readFileSync(page, "utf8").split(/^=== /m);
const layouts = parts.map((part) => {
  const [title, ...lines] = part.split("\n");
  const [before, after = ""] = lines.join("\n").split("---\n");
  return { title: title!, before: before!, after };
});

describe("a repair fits into its layout", () => {
  it.each(layouts)("$title", ({ title, before, after }) => {
    expect(repair(title, before)).toBe(after);
  });
});

if (process.env["UPDATE_CASES"] === "1") {
  const written = layouts.map(({ title, before }) => `=== ${title}\n${before}---\n${repair(title, before)}`);
  writeFileSync(page, [rules, ...written].join(""));
}

function repair(title: string, shown: string): string {
  const text = shown.replaceAll("→", "\t").replaceAll("␍", "\r").replace("⌀\n", "");
  const [rule = ""] = title.split(":");
  const [report] = lint(text, { rule, ...(title.includes("module") && { options: { topLevel: true } }) });
  const fix = report?.fix ?? report?.suggestions?.[0]?.fix;
  const after = fix ? text.slice(0, fix.range[0]) + fix.text + text.slice(fix.range[1]) : `${report?.messageId}\n`;
  return (after.endsWith("\n") ? after : `${after}⌀\n`).replaceAll("\t", "→").replaceAll("\r", "␍");
}
