import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import parser from "@typescript-eslint/parser";
import { Linter } from "eslint";
import { describe, expect, it } from "vitest";
import plugin from "../../src/index.ts";
import { describeReports, describeWants, readExpectations } from "../rules/expectations.ts";

/** A real TypeScript project of a few files, with the same comments as the fixtures of the rules. */
const folder = fileURLToPath(new URL("fixtures/", import.meta.url));
const files = readdirSync(folder).filter((name) => name.endsWith(".ts"));
const textOf = (file: string): string => readFileSync(`${folder}${file}`, "utf8");

const rules: Linter.RulesRecord = {
  "leaks/no-fallback-watcher": "error",
  "leaks/no-lost-cancel": "error",
  "leaks/no-premature-cancel": "error",
};

function lint(file: string, parserOptions: object): Linter.LintMessage[] {
  const config: Linter.Config = {
    files: ["**/*.ts"],
    languageOptions: { parser, parserOptions },
    plugins: { leaks: plugin },
    rules,
  };
  return new Linter({ cwd: folder }).verify(textOf(file), [config], { filename: `${folder}${file}` });
}

const typed = { projectService: true, tsconfigRootDir: folder };

describe("with types", () => {
  it.each(files)("%s", (file) => {
    const expectations = readExpectations(textOf(file));
    expect(describeReports(lint(file, typed), expectations)).toEqual(describeWants(expectations));
  });

  it("the same when a whole program is given instead of the service", () => {
    const single = { disallowAutomaticSingleRunInference: true };
    const options = { project: "./tsconfig.json", tsconfigRootDir: folder, ...single };
    expect(lint("derives.ts", options)).toEqual(lint("derives.ts", typed));
  });
});

describe("without types", () => {
  it.each(files.filter((file) => file !== "never.ts"))("%s: nothing that only types show", (file) => {
    expect(lint(file, {})).toEqual([]);
  });

  it("never.ts: what another file's function returns is not known", () => {
    const lines = lint("never.ts", {}).map(({ line, messageId }) => `${line} ${messageId}`);
    expect(lines).toEqual(["6 branch", "15 branch", "21 branch"]);
  });

  it("parsers that give services without a program, or none", () => {
    for (const services of [{}, { esTreeNodeToTSNodeMap: new WeakMap() }, undefined])
      expect(lintWithServices("derives.ts", services)).toEqual([]);
  });

  it("a checker that throws: it has no answer, and the file is linted", () => {
    let asked = 0;
    const getTypeAtLocation = (): never => {
      asked++;
      throw new Error("no host");
    };
    const program = { getTypeChecker: () => ({ getTypeAtLocation }) };
    const services = { program, esTreeNodeToTSNodeMap: { get: () => ({}) } };
    expect(lintWithServices("derives.ts", services)).toEqual([]);
    expect(asked).toBeGreaterThan(0);
  });
});

function lintWithServices(file: string, services: object | undefined): Linter.LintMessage[] {
  const untyped = {
    ...parser,
    parseForESLint: (text: string) => ({ ...parser.parseForESLint(text, { range: true, loc: true }), services }),
  };
  const config = {
    files: ["**/*.ts"],
    languageOptions: { parser: untyped },
    plugins: { leaks: plugin },
    rules,
  } as Linter.Config;
  return new Linter().verify(textOf(file), [config], file);
}
