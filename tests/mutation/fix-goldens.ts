import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { fix, lint, suggest } from "../fixes/harness/apply.ts";
import { goldenOf, readFixtures } from "../fixes/harness/fixture.ts";

/**
 * The programs of tests/fixes as `npm run mutation` judges them: by their texts, which fixtures.test.ts has shown to be
 * right by running them.
 */
describe("fixes", () => {
  it.each(readFixtures().map((each) => [`${each.rule}/${each.name}`, each] as const))("%s", (_, fixture) => {
    const { verdict } = fixture;
    const golden = goldenOf(fixture);
    const after = golden && existsSync(golden) ? readFileSync(golden, "utf8") : undefined;
    if (verdict.kind === "fix") return expect(fix(fixture)).toBe(after);
    if (verdict.kind === "suggest") expect(suggest(fixture, verdict.title)).toBe(after);
    const reports = lint(fixture);
    expect(reports.length).toBeGreaterThan(0);
    expect(reports.filter((report) => report.fix)).toEqual([]);
  });
});
