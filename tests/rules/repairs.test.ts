import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import type { Linter, Rule } from "eslint";
import { afterAll, describe, expect, it } from "vitest";
import { lint } from "./lint.ts";

/**
 * Whatever is offered for a report of a fixture, by `--fix` or as a suggestion: alone, it takes the report away, and
 * what it writes parses and needs no name that is not there. It is what `repairs.txt` says of that line, "nothing"
 * included. `UPDATE_CASES=1` writes that file: then read it.
 */
const folder = new URL("./", import.meta.url);
const rules = readdirSync(folder).filter((name) => name.startsWith("no-"));
const programs = new Set(
  rules.flatMap((rule) => readdirSync(new URL(`${rule}/`, folder)).map((name) => `${rule}/${name}`)),
);
const isUpdate = process.env["UPDATE_CASES"] === "1";
const page = new URL("repairs.txt", folder);
const recorded = new Map(
  readFileSync(page, "utf8")
    .split("\n\n")
    .map((part) => part.trim().split("\n"))
    .map(([program, ...offers]) => [program!, offers]),
);

describe.each(rules)("%s", (rule) => {
  it.each(readdirSync(new URL(`${rule}/`, folder)))("%s", (name) => {
    const file = `tests/rules/${rule}/${name}`;
    const text = readFileSync(new URL(file, new URL("../../", folder)), "utf8");
    const before = lint(text, { rule, file });
    const offered = before.flatMap((report) => describeOffer(report, text));
    if (isUpdate) recorded.set(`${rule}/${name}`, offered);
    expect((recorded.get(`${rule}/${name}`) ?? []).filter((each) => !offered.includes(each))).toEqual([]);
    const broken = before.flatMap((report) =>
      fixesOf(report).flatMap((fix) => {
        const after = lint(apply(text, fix), { rule, file });
        const isGone = countLike(report, after) < countLike(report, before);
        return isGone && !after.some(({ fatal }) => fatal) ? [] : [`line ${report.line}: ${fix.text}`];
      }),
    );
    expect(broken).toEqual([]);
  });
});

it("nothing is recorded of programs that are gone", () => {
  if (isUpdate) for (const name of recorded.keys()) if (!programs.has(name)) recorded.delete(name);
  expect([...recorded.keys()].filter((name) => !programs.has(name))).toEqual([]);
});

afterAll(() => {
  const parts = [...recorded].filter(([, offers]) => offers.length > 0).sort(([a], [b]) => (a < b ? -1 : 1));
  if (isUpdate) writeFileSync(page, parts.map((part) => `${part.flat().join("\n")}\n`).join("\n"));
});

/** A line for what `--fix` or each suggestion puts in the place of what. */
function describeOffer({ line, messageId, fix, suggestions = [] }: Linter.LintMessage, text: string): string[] {
  const write = (how: string, { range, text: replacement }: Rule.Fix): string => {
    const above = text.slice(0, range[0]).split("\n");
    const was = JSON.stringify(text.slice(...range));
    return `  ${line} ${how} at ${above.length}:${above.at(-1)!.length}: ${was} → ${JSON.stringify(replacement)}`;
  };
  if (fix) return [write("fix", fix)];
  if (suggestions.length === 0) return [`  ${line} ${messageId}, nothing`];
  return suggestions.map((each) => write(each.messageId ?? "", each.fix));
}

function fixesOf({ fix, suggestions = [] }: Linter.LintMessage): Rule.Fix[] {
  return [...(fix ? [fix] : []), ...suggestions.map((each) => each.fix)];
}

function apply(text: string, { range, text: replacement }: Rule.Fix): string {
  return text.slice(0, range[0]) + replacement + text.slice(range[1]);
}

/** Reports that say the same, but for the lines they name. */
function countLike({ message }: Linter.LintMessage, reports: readonly Linter.LintMessage[]): number {
  const words = (text: string): string => text.replaceAll(/line \d+/g, "");
  return reports.filter((each) => words(each.message) === words(message)).length;
}
