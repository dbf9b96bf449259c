import { ESLint, type Linter } from "eslint";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import plugin from "../../src/index.ts";

const RULE = "leaks/no-lost-cancel";
const ALL = ["discarded", "never-released", "early-return", "exception", "branch", "overwritten"];
const RELAXED = ["never-released", "early-return", "branch", "overwritten"];

/** What ESLint makes of a config for one file: the severity and the options of the rule. */
async function ruleFor(file: string, ...config: Linter.Config[]): Promise<unknown> {
  const eslint = new ESLint({ overrideConfigFile: true, overrideConfig: config });
  const result = (await eslint.calculateConfigForFile(file)) as Linter.Config | undefined;
  return result?.rules?.[RULE];
}

describe("the plugin object", () => {
  it("carries the package's name and version", () => {
    const manifest = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8")) as object;
    expect(manifest).toMatchObject({ name: plugin.meta.name, version: plugin.meta.version });
    expect(plugin.meta.namespace).toBe("leaks");
  });

  it.each(Object.entries(plugin.rules))("%s says what it is, and where its page is", (name, rule) => {
    expect(rule.meta?.docs?.url).toMatch(new RegExp(`^https://github\\.com/.*/docs/rules/${name}\\.md$`));
    expect(rule.meta?.docs?.description).toMatch(/^[a-z]/);
    expect(rule.meta?.schema).toBeTruthy();
    expect(rule.meta?.defaultOptions).toHaveLength(1);
  });

  it.each(Object.entries(plugin.configs))("%s names each of its parts", (name, parts) => {
    expect(parts.map((part) => part.name)).toEqual([`leaks/${name}/base`, `leaks/${name}`]);
    for (const part of parts) expect(part.plugins?.["leaks"]).toBe(plugin);
  });
});

describe.each([
  { preset: "recommended", topLevel: false },
  { preset: "strict", topLevel: true },
] as const)("$preset", ({ preset, topLevel }) => {
  const config = plugin.configs[preset];

  it.each(["index.js", "src/contest.js", "src/latest/spec.js", "testing.mjs"])("is full for %s", async (file) => {
    expect(await ruleFor(file, ...config)).toEqual([2, { causes: ALL, topLevel }]);
  });

  it.each(["a.test.js", "src/a.spec.mjs", "test/a.js", "packages/a/tests/b.js", "src/__tests__/a.js", "e2e/a.js"])(
    "is relaxed for %s",
    async (file) => {
      expect(await ruleFor(file, ...config)).toEqual([2, { causes: RELAXED, topLevel }]);
    },
  );

  it("keeps its options where a user changes the severity alone", async () => {
    const warn = { rules: { [RULE]: "warn" } } satisfies Linter.Config;
    expect(await ruleFor("a.js", ...config, warn)).toEqual([1, { causes: ALL, topLevel }]);
    expect(await ruleFor("a.test.js", ...config, warn)).toEqual([1, { causes: RELAXED, topLevel }]);
  });

  it("does not make ESLint lint files it left alone", async () => {
    expect(await ruleFor("a.test.ts", ...config)).toBeUndefined();
    expect(await ruleFor("tests/data.json", ...config)).toBeUndefined();
  });
});
