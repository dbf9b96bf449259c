import { readdirSync, readFileSync } from "node:fs";
import { parseForESLint } from "@typescript-eslint/parser";
import type { TSESTree } from "@typescript-eslint/utils";
import { Linter } from "eslint";
import { describe, expect, it } from "vitest";
import { buildGraph } from "../../src/analysis/control-flow/build-graph.ts";
import { knowsNothing } from "../../src/analysis/control-flow/knowledge.ts";
import { checkInvariants } from "./check-invariants.ts";
import { findFunctions, type VisitorKeys } from "./find-functions.ts";

/** Sources that packages ship, of many hands: written, compiled and bundled. */
const packages = new URL("../../node_modules/", import.meta.url);

describe("every graph of shipped sources keeps its shape", { timeout: 60_000 }, () => {
  it("JavaScript, as ESLint parses it", () => {
    const checked = [...sources(["eslint/lib", "esquery", "fast-check/lib"], /\.[cm]?js$/)].map(checkJavaScript);
    expect(sum(checked)).toBeGreaterThan(5_000);
  });

  it("TypeScript, as typescript-eslint parses it", () => {
    const folders = ["builtin", "context", "crypto", "encoding", "net", "os"].map((name) => `goscript/gs/${name}`);
    const checked = [...sources(folders, /(?<!\.d)\.ts$/)].map(checkTypeScript);
    expect(sum(checked)).toBeGreaterThan(5_000);
  });
});

function* sources(folders: readonly string[], name: RegExp): Generator<{ path: string; text: string }> {
  for (const folder of folders) {
    const base = new URL(`${folder}/`, packages);
    for (const path of readdirSync(base, { recursive: true, encoding: "utf8" })) {
      if (!name.test(path)) continue;
      const text = readFileSync(new URL(path, base), "utf8");
      if (text.length < 400_000) yield { path: `${folder}/${path}`, text };
    }
  }
}

function checkJavaScript({ path, text }: { path: string; text: string }): number {
  const linter = new Linter();
  for (const sourceType of ["module", "commonjs"] as const) {
    const unparsable = linter.verify(text, { languageOptions: { sourceType } }).some(({ fatal }) => fatal);
    if (unparsable) continue;
    const { ast, visitorKeys } = linter.getSourceCode();
    return checkAll(ast as unknown as TSESTree.Program, visitorKeys, path);
  }
  return expect.fail(`${path} does not parse`);
}

function checkTypeScript({ path, text }: { path: string; text: string }): number {
  const { ast, visitorKeys } = parseForESLint(text, { range: true });
  return checkAll(ast, visitorKeys, path);
}

/** How many graphs of the file were checked: of the program and each function, with and without throwing calls. */
function checkAll(program: TSESTree.Program, visitorKeys: VisitorKeys, path: string): number {
  const roots = [program, ...findFunctions(program, visitorKeys).map(({ fn }) => fn)];
  for (const throws of ["await", "calls"] as const) {
    for (const root of roots) {
      const wrong = checkInvariants(buildGraph(root, { ...knowsNothing, throws }));
      if (wrong.length > 0) expect.fail(`${path}:${root.loc.start.line}: ${wrong.join("; ")}`);
    }
  }
  return roots.length * 2;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
