import { readdirSync, readFileSync } from "node:fs";
import parser from "@typescript-eslint/parser";
import type { TSESTree } from "@typescript-eslint/utils";
import { Linter } from "eslint";
import { describe, expect, it } from "vitest";
import { lintStrictly } from "./lint-strictly.ts";
import { randomNumbers, spliceAcquires } from "./splice.ts";

/** Sources that packages ship, of many hands: written, compiled, bundled and generated. */
const packages = new URL("../../node_modules/", import.meta.url);

/** Of each folder every n-th file, about 400 in all. `SHIPPED=1` takes those after them, and so on. */
const FOLDERS: readonly (readonly [folder: string, nth: number])[] = [
  ["eslint/lib", 4],
  ["@typescript-eslint", 4],
  ["goscript/gs", 7],
  ["knip/dist", 6],
  ["vitest/dist", 2],
  ["eslint-plugin-eslint-plugin", 1],
  ["@stryker-mutator", 6],
];
const remainder = Number(process.env["SHIPPED"] ?? 0);
const tooLong = 100_000;

function sourcesIn(folder: string, nth: number): string[] {
  const names = readdirSync(new URL(`${folder}/`, packages), { recursive: true, encoding: "utf8" });
  const sources = names.filter((name) => /(?<!\.d)\.(?:[cm]?js|ts)$/.test(name) && !name.includes("node_modules"));
  return sources.sort().filter((_, i) => i % nth === remainder % nth);
}

/** The source, with the extension by which ESLint parses it; `undefined` for the few that are no JavaScript. */
function spliced(path: string, random: () => number): { text: string; file: string } | undefined {
  const text = readFileSync(new URL(path, packages), "utf8");
  if (text.length > tooLong) return undefined;
  for (const file of /ts$/.test(path) ? ["file.ts"] : ["file.mjs", "file.cjs"]) {
    const linter = new Linter();
    const config = { files: ["**/*.*"], languageOptions: file === "file.ts" ? { parser } : {} };
    if (linter.verify(text, [config], file).some(({ fatal }) => fatal)) continue;
    const { ast, visitorKeys } = linter.getSourceCode();
    return { text: spliceAcquires(text, ast as unknown as TSESTree.Program, visitorKeys, random), file };
  }
  return expect.fail(`${path} does not parse`);
}

describe("shipped sources, with acquires and releases spliced into their functions", { timeout: 120_000 }, () => {
  it.each(FOLDERS)("%s", (folder, nth) => {
    const random = randomNumbers(1 + remainder);
    const paths = sourcesIn(folder, nth);
    let reports = 0;
    for (const path of paths) {
      const source = spliced(`${folder}/${path}`, random);
      if (!source) continue;
      try {
        reports += lintStrictly(source.text, source.file).filter(({ ruleId }) => ruleId?.startsWith("leaks/")).length;
      } catch (error) {
        throw new Error(`${folder}/${path}`, { cause: error });
      }
    }
    // So that the test cannot pass because nothing was found to analyse.
    expect(reports).toBeGreaterThan(paths.length / 10);
  });
});
