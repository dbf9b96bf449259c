import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { fix, lint, sourceOf } from "./harness/apply.ts";
import { goldenOf, readFixtures, type Fixture } from "./harness/fixture.ts";

/** `settings.leaks.unsafeFixes`: what is only suggested becomes the fix, by its first choice. */
const fixtures = readFixtures().map((fixture) => ({
  ...fixture,
  settings: { ...fixture.settings, unsafeFixes: true },
}));
const of = (kind: Fixture["verdict"]["kind"]): [string, Fixture][] =>
  fixtures.filter(({ verdict }) => verdict.kind === kind).map((each) => [`${each.rule}/${each.name}`, each]);

/** `// manual: why`: a suggestion that no setting makes a fix. */
const isManual = ({ text }: Fixture): boolean => text.includes("\n// manual: ");

describe("unsafeFixes", () => {
  it.each(of("suggest").filter(([, each]) => isManual(each)))("leaves %s to a person", (_, fixture) => {
    expect(fix(fixture)).toBe(fixture.text);
  });

  it.each(of("suggest").filter(([, each]) => !isManual(each)))("applies the suggestion for %s", (_, fixture) => {
    expect(fix(fixture)).toBe(readFileSync(goldenOf(fixture)!, "utf8"));
  });

  it.each(of("fix"))("changes nothing about the fix of %s", (_, fixture) => {
    expect(fix(fixture)).toBe(readFileSync(goldenOf(fixture)!, "utf8"));
  });

  it.each(of("decline"))("leaves a program for %s that parses and has no more to fix", (_, fixture) => {
    const text = fix(fixture);
    expect(() => sourceOf({ ...fixture, text })).not.toThrow();
    expect(fix({ ...fixture, text })).toBe(text);
    if (text !== fixture.text) expect(lint({ ...fixture, text }).length).toBeLessThan(lint(fixture).length);
  });
});
