import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import type { Execution } from "./drive/behaviour.ts";
import { commentsOf, fix, lint, sourceOf, suggest, type Subject } from "./harness/apply.ts";
import { findChanges, showsDefect } from "./harness/compare.ts";
import { execute } from "./harness/execute.ts";
import { goldenOf, readFixtures, type Fixture } from "./harness/fixture.ts";
import { naiveEmbed } from "./harness/naive-embed.ts";
import { naiveWrap } from "./harness/naive-wrap.ts";

/**
 * Every file in the folder of a rule is a program that the rule reports. Its first comment says what becomes of it:
 * `// fix`, `// suggest: "words of its title"` or `// decline: why`. Its `run` is executed on every path, before and
 * after. `UPDATE_FIXES=1` writes the text after the fix beside it.
 */
const cases = readFixtures().map((fixture) => {
  const { verdict } = fixture;
  const after = verdict.kind === "suggest" ? suggest(fixture, verdict.title) : fix(fixture);
  const makeNaive = fixture.rule === "no-fallback-watcher" ? naiveEmbed : naiveWrap;
  const naive = verdict.kind === "decline" ? makeNaive(fixture) : undefined;
  return { fixture, after, naive };
});
const executions = new Map<string, Execution>();
const before = ({ name }: Fixture): Execution => executions.get(name)!;
const changed = ({ name }: Fixture): Execution => executions.get(`after-${name}`)!;

beforeAll(async () => {
  const programs = new Map<string, string>();
  for (const { fixture, after, naive } of cases) {
    programs.set(fixture.name, fixture.text);
    if (after !== fixture.text) programs.set(`after-${fixture.name}`, after);
    if (naive !== undefined) programs.set(`naive-${fixture.name}`, naive);
  }
  for (const [name, execution] of await execute(programs)) executions.set(name, execution);
});

/** JavaScript that is checked has its types in comments, also those that a fix needs. */
const isNoType = (comment: string): boolean => !comment.startsWith("* @type {");

const of = (kind: Fixture["verdict"]["kind"]): typeof cases =>
  cases.filter(({ fixture }) => fixture.verdict.kind === kind);
const labelled = (some: typeof cases): [string, (typeof cases)[number]][] =>
  some.map((each) => [`${each.fixture.rule}/${each.fixture.name}`, each]);

describe.each(labelled(cases))("%s", (_, { fixture }) => {
  it("runs, is reported, and shows why on a path", () => {
    expect(before(fixture).failure).toBeUndefined();
    expect(lint(fixture)).not.toEqual([]);
    expect(before(fixture).behaviours.some(showsDefect)).toBe(true);
  });
});

describe.each(labelled([...of("fix"), ...of("suggest")]))("%s, changed", (_, { fixture, after }) => {
  it("is what was expected, and nothing is left to do", () => {
    const golden = goldenOf(fixture)!;
    if (process.env["UPDATE_FIXES"] === "1" && after !== fixture.text) writeFileSync(golden, after);
    expect(after).toBe(existsSync(golden) ? readFileSync(golden, "utf8") : "the text of a file that is not there");
    const result: Subject = { ...fixture, text: after };
    expect(lint(result).map(({ message }) => message)).toEqual([]);
    expect(fix(result)).toBe(after);
    expect(commentsOf(result).filter(isNoType)).toEqual(commentsOf(fixture).filter(isNoType));
  });

  it("does what it did on every path, and holds nothing", () => {
    expect(changed(fixture).failure).toBeUndefined();
    expect(findChanges(before(fixture).behaviours, changed(fixture).behaviours, fixture.changes)).toEqual([]);
    // A release can be early on purpose, but not where that is what was reported.
    const isPremature = fixture.rule === "no-premature-cancel";
    if (isPremature) expect(changed(fixture).behaviours.filter(showsDefect)).toEqual([]);
  });
});

describe.each(labelled([...of("decline"), ...of("suggest")]))("%s, by `--fix`", (_, { fixture }) => {
  it("is left alone", () => {
    expect(fix(fixture)).toBe(fixture.text);
  });
});

describe.each(labelled(of("decline")))("%s, changed all the same", (_, { fixture, naive }) => {
  it("would do something else", () => {
    if (naive === undefined) return expect(fixture.harmless, "there is nothing to wrap").toBeDefined();
    const { behaviours, failure } = executions.get(`naive-${fixture.name}`)!;
    const changes = failure ? [failure] : findChanges(before(fixture).behaviours, behaviours);
    const harm = changes.filter((change) => !change.includes("still holds"));
    if (fixture.harmless === undefined) expect(harm, naive).not.toEqual([]);
    else expect(harm, "declared harmless").toEqual([]);
  });
});

it("has enough of each", () => {
  expect(cases.length).toBeGreaterThanOrEqual(60);
  expect(of("decline").length).toBeGreaterThanOrEqual(25);
  for (const { fixture } of cases) expect(() => sourceOf(fixture)).not.toThrow();
});
