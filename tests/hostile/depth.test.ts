import { Linter } from "eslint";
import { describe, expect, it } from "vitest";
import plugin from "../../src/index.ts";
import { NESTS, quietly } from "../../scripts/hostile/nests.mjs";
import { lintStrictly } from "./lint-strictly.ts";

/** Deep enough for any program that a person wrote; parsers and ESLint itself can follow. */
describe("nested 100 times, or as often as ESLint can take: analysed to the end", () => {
  it.each(Object.entries(NESTS))("%s", (_, nest) => {
    for (const file of nest.file ? [`file.${nest.file}`] : ["file.ts", "file.js"])
      expect(lintStrictly(quietly(nest, Math.min(nest.most ?? 100, 100)), file)).toEqual([]);
  });
});

/**
 * Chains that parsers and ESLint follow far. In all other nests these give up first, and near the end of the stack V8
 * itself may end the process, when it has a regular expression to compile there.
 */
const CHAINS = [
  "else if",
  "additions",
  "&&",
  "??",
  "members",
  "commas",
  "promises of promises",
  "contexts of contexts",
  "async functions that await the next",
];

describe("a chain of 2,000: the analysis ends, or gives the file up, and never throws", () => {
  it.each(CHAINS)("%s", (name) => {
    const text = quietly(NESTS[name]!, 2_000);
    expect(new Linter().verify(text, plugin.configs.strict, "file.js")).toEqual([]);
  });
});
