import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { run, type Outcome } from "../package/run.ts";
import { pathOf } from "./read-page.ts";

const COPIED = [
  "src",
  "docs",
  "bench/cost/RESULTS.md",
  "scripts/new-rule.mjs",
  "scripts/new-rule",
  "tests/rules",
  "tests/docs/limit.ts",
  "tests/docs/limit-parts",
  "tests/docs/limits",
  "tests/docs/limits.test.ts",
  "tests/docs/read-page.ts",
  "tests/docs/rule-pages.test.ts",
  "tests/docs/settings.test.ts",
  "package.json",
  "tsconfig.json",
  "vitest.config.ts",
];
const NAME = "no-leaked-example";
const KINDS = "src/resources/resource.ts";
const INDEX = "src/rules/index.ts";

// Type-checking and a test run of its own take a while.
describe("npm run new-rule", { timeout: 120_000 }, () => {
  let copy: string;
  const node = (...args: string[]): Promise<Outcome> => run(process.execPath, args, copy);
  const newRule = (...args: string[]): Promise<Outcome> => node("scripts/new-rule.mjs", ...args);
  const read = (file: string): Promise<string> => readFile(path.join(copy, file), "utf8");

  beforeAll(async () => {
    // Inside the project, so that its packages are found.
    await mkdir(pathOf(".gate"), { recursive: true });
    copy = await mkdtemp(pathOf(".gate/new-rule-"));
    for (const name of COPIED) await cp(pathOf(name), path.join(copy, name), { recursive: true });
    // A kind that no rule has, whichever rules there are.
    const kinds = (await read(KINDS)).replace(/(type ResourceKind = [^;]+);/, '$1 | "example-kind";');
    await writeFile(path.join(copy, KINDS), kinds);
  });
  afterAll(() => rm(copy, { recursive: true, force: true }));

  it("is the script of that name", async () => {
    expect(JSON.parse(await read("package.json"))).toHaveProperty(["scripts", "new-rule"], "node scripts/new-rule.mjs");
  });

  it("says how it is used", async () => {
    const { code, stdout } = await newRule("--help");
    expect(stdout).toContain("Usage: npm run new-rule -- NAME");
    expect(code).toBe(0);
  });

  it.each([
    { args: [], says: "One name is wanted" },
    { args: ["noLeakedTimer"], says: 'The name "noLeakedTimer" is not of the form' },
    { args: ["../no-leak"], says: "is not of the form" },
    { args: [NAME, "--kind", "tap"], says: 'The kind "tap" is none of context, timer' },
    { args: [NAME, "--kind", "race-timer"], says: "belongs to src/rules/no-leaked-race-timer.ts" },
    { args: [NAME, "--kind", "context"], says: "belongs to src/rules/no-lost-cancel.ts" },
    { args: [NAME, "--sort", "timer"], says: "--sort" },
  ])("refuses $args", async ({ args, says }) => {
    const { code, stderr } = await newRule(...args);
    expect(stderr).toContain(says);
    expect(code).toBe(2);
  });

  it("refuses the name of a rule that exists, and changes nothing", async () => {
    const before = await read(INDEX);
    const { code, stderr } = await newRule("no-lost-cancel", "--kind", "example-kind");
    expect(stderr).toContain("there is already src/rules/no-lost-cancel.ts");
    expect(code).toBe(1);
    expect(await read(INDEX)).toBe(before);
  });

  it("writes a rule that type-checks, with a fixture and a page that hold", async () => {
    const { code, stdout } = await newRule(NAME, "--kind", "example-kind");
    expect(stdout).toContain(`src/rules/${NAME}.ts`);
    expect(code).toBe(0);
    expect(await read(INDEX)).toContain(`"${NAME}": noLeakedExample,`);

    const types = await node(pathOf("node_modules/typescript/bin/tsc"));
    expect(types.stdout).toBe("");
    const tests = ["rules/fixtures", "docs/rule-pages", "docs/limits", "docs/settings"].map(
      (each) => `tests/${each}.test.ts`,
    );
    const named = `${NAME}|there is a list for the page|names each key of a resource`;
    const held = await node(pathOf("node_modules/vitest/vitest.mjs"), "run", ...tests, "-t", named);
    expect(held.code, held.stdout + held.stderr).toBe(0);
    // The fixture; the page: sections, two kinds of code, one incorrect, one correct, its message, its numbers; its two
    // lists of limits, which are there as for every rule; and its kind on the page of the settings.
    expect(held.stdout).toMatch(/Tests +11 passed/);
  });
});
