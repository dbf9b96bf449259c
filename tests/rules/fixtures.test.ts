import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { describeReports, describeWants, readExpectations } from "./expectations.ts";
import { lint, type LintOptions } from "./lint.ts";

/**
 * Every file in the folder of a rule is a program that the rule is run on. A comment at the end of the acquire's line
 * says what must happen there:
 *
 *     // want exception: "await` on line 14 rejects"     one report, of this cause, with these words
 *     // ok: returned to the caller                      none, and why not
 *
 * The first lines may hold `// options: {…}` for the rule and `// settings: {…}`, the content of `settings.leaks`.
 */
const folder = new URL("./", import.meta.url);

describe.each(foldersIn(folder))("%s", (rule) => {
  it.each(programsIn(rule))("%s", (name) => {
    const path = `${rule}/${name}`;
    const text = readFileSync(new URL(path, folder), "utf8");
    const expectations = readExpectations(text);
    expect(expectations, "a fixture without any `// want` or `// ok` shows nothing").not.toEqual([]);

    const file = `tests/rules/${path}`;
    const reports = lint(text, { file, rule, ...readHeader(text, "options"), ...readHeader(text, "settings") });
    expect(describeReports(reports, expectations)).toEqual(describeWants(expectations));
  });
});

function foldersIn(url: URL): string[] {
  const entries = readdirSync(url, { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
}

function programsIn(rule: string): string[] {
  return readdirSync(new URL(`${rule}/`, folder)).filter((name) => /\.(?:tsx?|mts|m?js)$/.test(name));
}

/** A header stands among the comments that the file begins with. */
function readHeader(text: string, key: "options" | "settings"): LintOptions {
  const comments = /^(?:\/\/.*\r?\n)*/.exec(text)![0];
  const value = new RegExp(`^// ${key}: (.*)$`, "m").exec(comments)?.[1];
  return value === undefined ? {} : { [key]: JSON.parse(value) as object };
}
