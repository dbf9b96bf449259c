import parser from "@typescript-eslint/parser";
import type { TSESTree } from "@typescript-eslint/utils";
import { Linter, type Rule } from "eslint";
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import plugin from "../../src/index.ts";

/**
 * Parentheses around an expression change nothing of what a program does, and many write them. Each fixture of fixes
 * is linted with them around all expressions of a kind: what a fix or a suggestion writes must still parse.
 */
const folder = new URL("../fixes/", import.meta.url);
const fixtures = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter(
  (path) => /\/.*\.m?[jt]sx?$/.test(path) && !/\.fixed\.|^drive\//.test(path),
);

type Test = (value: TSESTree.Node, parent: TSESTree.Node) => boolean;
const kinds: Readonly<Record<string, Test>> = {
  "() => (value)": (value, parent) => parent.type === "ArrowFunctionExpression" && parent.body === value,
  "name = (value)": (value, parent) => parent.type === "VariableDeclarator" && parent.init === value,
  "return (value)": (_, parent) => parent.type === "ReturnStatement",
  "f((value))": (value, parent) => /^(?:Call|New)Expression$/.test(parent.type) && !isCallee(value, parent),
  "(await value)": ({ type }, parent) => type === "AwaitExpression" && parent.type !== "ExpressionStatement",
  "(f())": ({ type }, parent) => type === "CallExpression" && !/^(?:Expression|Chain)/.test(parent.type),
};
const isCallee: Test = (value, parent) => "callee" in parent && parent.callee === value;

const languageOptionsOf = (path: string): Linter.LanguageOptions => ({
  parser,
  parserOptions: { ecmaFeatures: { jsx: path.endsWith("x") } },
});

describe.each(Object.entries(kinds))("%s", (_, holds) => {
  it.each(fixtures)("%s", (path) => {
    const text = addParentheses(readFileSync(new URL(path, folder), "utf8"), path, holds);
    const reports = verify(text, path, [
      ...plugin.configs.strict.map((each) => ({ ...each, ignores: [] })),
      { settings: { leaks: { unsafeFixes: true } } },
    ]);
    const written = reports.flatMap(({ fix, suggestions = [] }) => [fix, ...suggestions.map((each) => each.fix)]);
    for (const fix of written) {
      if (!fix) continue;
      const after = text.slice(0, fix.range[0]) + fix.text + text.slice(fix.range[1]);
      expect(verify(after, path, []), after).toEqual([]);
    }
  });
});

function verify(text: string, path: string, config: Linter.Config[]): Linter.LintMessage[] {
  const parsed: Linter.Config = { files: ["**/*.*"], languageOptions: languageOptionsOf(path) };
  return new Linter().verify(text, [parsed, ...config], { filename: path.replaceAll("/", "-") });
}

function addParentheses(text: string, path: string, holds: Test): string {
  const ranges: TSESTree.Range[] = [];
  const create: Rule.RuleModule["create"] = () => ({
    "*"(node: Rule.Node) {
      const value = node as unknown as TSESTree.Node;
      const isValue = /Expression$|^(?:Identifier|Literal|TemplateLiteral)$/.test(value.type);
      if (isValue && value.parent && holds(value, value.parent)) ranges.push(value.range);
    },
  });
  verify(text, path, [{ plugins: { own: { rules: { find: { create } } } }, rules: { "own/find": "error" } }]);
  const marks = ranges.flatMap(([start, end]) => [
    { at: start, mark: "(", size: end - start },
    { at: end, mark: ")", size: start - end },
  ]);
  // Of several at one place what closes comes first, and the outer one opens before the inner one.
  marks.sort((a, b) => b.at - a.at || a.size - b.size);
  return marks.reduce((result, { at, mark }) => result.slice(0, at) + mark + result.slice(at), text);
}
