import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { parseForESLint } from "@typescript-eslint/parser";
import type { TSESTree } from "@typescript-eslint/utils";
import { describe, expect, it } from "vitest";
import { buildGraph } from "../../src/analysis/control-flow/build-graph.ts";
import type { GraphRoot } from "../../src/analysis/control-flow/graph.ts";
import type { Knowledge } from "../../src/analysis/control-flow/knowledge.ts";
import { printGraph } from "../../src/analysis/control-flow/print-graph.ts";
import { findFunctions } from "./find-functions.ts";

/**
 * Each source in fixtures/ with its graphs beside it: one for every outermost function, and one for the program itself
 * where the first comment says so. UPDATE_GRAPHS=1 writes the graphs anew: then read what it wrote.
 */
const folder = new URL("fixtures/", import.meta.url);

describe("printed graphs", () => {
  for (const file of readdirSync(folder).filter((name) => /\.(?:tsx?|js)$/.test(name))) {
    it(file, () => {
      const expected = new URL(file.replace(/\.\w+$/, ".graph.txt"), folder);
      const printed = printGraphs(readFileSync(new URL(file, folder), "utf8"), file);
      if (process.env["UPDATE_GRAPHS"]) writeFileSync(expected, printed);
      expect(printed).toBe(readFileSync(expected, "utf8"));
    });
  }
});

function printGraphs(text: string, file: string): string {
  const { ast, visitorKeys } = parseForESLint(text, {
    range: true,
    ecmaFeatures: { jsx: file.endsWith("x") },
    sourceType: file.endsWith(".js") ? "script" : "module",
  });
  const outermost = findFunctions(ast, visitorKeys).filter(({ depth }) => depth === 0);
  const roots: GraphRoot[] = outermost.map(({ fn }) => fn);
  if (text.startsWith("// program")) roots.unshift(ast);
  return roots
    .map((root) => `# ${titleOf(root, text)}\n\n${printGraph(buildGraph(root, knowledgeFrom(text)), text)}\n`)
    .join("\n");
}

/** The line a graph's root starts on. */
function titleOf(root: GraphRoot, text: string): string {
  if (root.type === "Program") return "program";
  const lineStart = text.lastIndexOf("\n", root.range[0]) + 1;
  return text.slice(lineStart, text.indexOf("\n", root.range[0])).trim().replace(/ \{$/, "");
}

/** `// throws: calls`, `// never: a, b` (calls and awaits of these do not come back), `// safe: c` (do not throw). */
function knowledgeFrom(text: string): Knowledge {
  const header = (key: string): string[] => new RegExp(`^// ${key}: (.*)$`, "m").exec(text)?.[1]?.split(", ") ?? [];
  const [never, safe] = [header("never"), header("safe")];
  return {
    throws: header("throws").includes("calls") ? "calls" : "await",
    mayThrow: (node) => !safe.includes(calleeOf(node)),
    neverReturns: (node) => never.includes(calleeOf(node)),
  };
}

function calleeOf(node: TSESTree.Node | null | undefined): string {
  if (node?.type === "AwaitExpression" || node?.type === "YieldExpression") return calleeOf(node.argument);
  return node?.type === "CallExpression" && node.callee.type === "Identifier" ? node.callee.name : "";
}
