import { readdirSync, readFileSync } from "node:fs";
import type { Linter } from "eslint";
import { describe, expect, it } from "vitest";
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

/** Message ids that do not say their cause. */
const CAUSES: Record<string, string> = { otherBranch: "branch" };

describe.each(foldersIn(folder))("%s", (rule) => {
  it.each(programsIn(rule))("%s", (name) => {
    const path = `${rule}/${name}`;
    const { text, options, settings } = readFixture(path);
    const expectations = readExpectations(text);
    expect(expectations, "a fixture without any `// want` or `// ok` shows nothing").not.toEqual([]);

    const wanted = expectations.filter((each) => each.cause !== undefined);
    const reports = lint(text, { file: `tests/rules/${path}`, rule, ...options, ...settings });
    expect(reports.map((report) => describeReport(report, wanted))).toEqual(wanted.map(describeWant));
  });
});

function foldersIn(url: URL): string[] {
  const entries = readdirSync(url, { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
}

function programsIn(rule: string): string[] {
  return readdirSync(new URL(`${rule}/`, folder)).filter((name) => /\.(?:tsx?|mts|m?js)$/.test(name));
}

type Fixture = { readonly text: string } & Record<"options" | "settings", LintOptions>;

function readFixture(path: string): Fixture {
  const text = readFileSync(new URL(path, folder), "utf8");
  return { text, options: readHeader(text, "options"), settings: readHeader(text, "settings") };
}

/** A header stands among the comments that the file begins with. */
function readHeader(text: string, key: "options" | "settings"): LintOptions {
  const comments = /^(?:\/\/.*\r?\n)*/.exec(text)![0];
  const value = new RegExp(`^// ${key}: (.*)$`, "m").exec(comments)?.[1];
  return value === undefined ? {} : { [key]: JSON.parse(value) as object };
}

/** What a line asks for; without a cause, that nothing is reported. */
interface Expectation {
  readonly line: number;
  readonly cause?: string;
  readonly words?: string;
}

function readExpectations(text: string): Expectation[] {
  return text.split("\n").flatMap((source, index) => {
    const line = index + 1;
    const comment = /\/\/ (?:want|ok)\b.*/.exec(source)?.[0].trimEnd();
    if (comment === undefined) return [];
    const want = /^\/\/ want (?<cause>[a-z-]+): "(?<words>.+)"$/.exec(comment)?.groups;
    if (!want && !/^\/\/ ok: \S/.test(comment)) throw new Error(`line ${line} is not understood: ${comment}`);
    return [{ line, ...want }];
  });
}

function describeWant({ line, cause, words }: Expectation): string {
  return `line ${line}, ${cause}: ${words}`;
}

/** In the words of the line's want where it fits: so that a difference shows what is unlike and nothing else. */
function describeReport({ line, messageId, message }: Linter.LintMessage, wanted: readonly Expectation[]): string {
  const cause = causeOf(messageId);
  const want = wanted.find((each) => each.line === line && each.cause === cause && message.includes(each.words ?? ""));
  return describeWant(want ?? { line, cause, words: message });
}

/** `neverReleased` → `never-released`; a message without an id is of ESLint itself, for a syntax error above all. */
function causeOf(messageId: string | undefined): string {
  if (messageId === undefined) return "not from the rule";
  return CAUSES[messageId] ?? messageId.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
