import { describe, expect, it } from "vitest";
import { lint } from "../rules/lint.ts";
import { falseAlarms } from "./false-alarms.ts";
import { misses } from "./misses.ts";
import { readPage, sectionOf } from "./read-page.ts";

const section = sectionOf(readPage("docs/rules/no-lost-cancel.md"), "How paths are followed, and known misses");

describe.each([
  { title: "known misses", intro: "These leaks are not reported:", limits: misses, reports: 0 },
  { title: "known wrong reports", intro: "And these reports may be wrong:", limits: falseAlarms, reports: 1 },
])("$title", ({ intro, limits, reports }) => {
  it("are listed on the page, each with a program here", () => {
    expect(limits.map(({ says }) => says)).toEqual(bulletsAfter(intro));
  });

  it.each(limits)("$says", ({ code, unless: [from, to], settings }) => {
    expect(lint(code)).toHaveLength(reports);
    const changed = code.replace(from, to);
    expect(changed !== code || settings !== undefined).toBe(true);
    expect(lint(changed, { ...(settings && { settings }) })).toHaveLength(1 - reports);
  });
});

/** The points of the list that follows a line of the section. */
function bulletsAfter(line: string): string[] {
  const list = section.split(`${line}\n\n`)[1]?.split("\n\n")[0] ?? "";
  return list.split(/^- /m).slice(1).map((point) => point.replaceAll(/\n\s*/g, " ").trim());
}
