import { readdirSync, readFileSync } from "node:fs";
import type { Linter, Rule } from "eslint";
import { describe, expect, it } from "vitest";
import { lint } from "./lint.ts";

/**
 * Whatever is offered for a report of a fixture, by `--fix` or as a suggestion: alone, it takes the report away, and
 * what it writes parses and needs no name that is not there.
 */
const folder = new URL("./", import.meta.url);
const rules = readdirSync(folder).filter((name) => name.startsWith("no-"));

describe.each(rules)("%s", (rule) => {
  it.each(readdirSync(new URL(`${rule}/`, folder)))("%s", (name) => {
    const file = `tests/rules/${rule}/${name}`;
    const text = readFileSync(new URL(file, new URL("../../", folder)), "utf8");
    const before = lint(text, { rule, file });
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
