import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { lint } from "../rules/lint.ts";
import type { Limit } from "./limit.ts";
import { pathOf, readPage, sectionOf } from "./read-page.ts";

interface Limits {
  readonly misses: readonly Limit[];
  readonly falseAlarms: readonly Limit[];
}

/** The known limits of each rule, as its page lists them: a file for each, named like it. */
const limitsOf: Record<string, Limits> = {};
for (const file of readdirSync(pathOf("tests/docs/limits")).toSorted())
  limitsOf[file.replace(/\.ts$/, "")] = (await import(`./limits/${file}`)) as Limits;

it("there is a list for the page of every rule", () => {
  expect(Object.keys(limitsOf).map((rule) => `${rule}.md`)).toEqual(readdirSync(pathOf("docs/rules")).toSorted());
});

const lists = Object.entries(limitsOf).flatMap(([rule, known]) => [
  { rule, title: "known misses", intro: "These leaks are not reported:", limits: known.misses, reports: 0 },
  {
    rule,
    title: "known wrong reports",
    intro: "And these reports may be wrong:",
    limits: known.falseAlarms,
    reports: 1,
  },
]);

describe.each(lists)("$title of $rule", ({ rule, intro, limits, reports }) => {
  it("are listed on the page, each with a program here", () => {
    expect(limits.map(({ says }) => says)).toEqual(bulletsAfter(rule, intro));
  });

  it.each(limits)("$says", ({ code, unless: [from, to], options = {}, settings }) => {
    expect(lint(code, { rule, options })).toHaveLength(reports);
    const changed = code.replace(from, to);
    expect(changed !== code || settings !== undefined).toBe(true);
    expect(lint(changed, { rule, options, ...(settings && { settings }) })).toHaveLength(1 - reports);
  });
});

/** The points of the list that follows a line of the section. */
function bulletsAfter(rule: string, line: string): string[] {
  const section = sectionOf(readPage(`docs/rules/${rule}.md`), "How paths are followed, and known misses");
  const list = section.split(`${line}\n\n`)[1]?.split("\n\n")[0] ?? "";
  return list
    .split(/^- /m)
    .slice(1)
    .map((point) => point.replaceAll(/\n\s*/g, " ").trim());
}
