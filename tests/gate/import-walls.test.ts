import { Linter } from "eslint";
import { describe, expect, it } from "vitest";
import parser from "@typescript-eslint/parser";
import tseslint from "typescript-eslint";
import { importWalls } from "../../scripts/import-walls.mjs";

/** How many imports of this file the walls refuse. */
function refused(file: string, code: string): number {
  const linter = new Linter();
  const setup = {
    files: ["**/*.ts"],
    languageOptions: { parser },
    plugins: { "@typescript-eslint": tseslint.plugin },
  } as Linter.Config;
  const messages = linter.verify(code, [setup, ...importWalls], file);
  expect(messages.filter((message) => message.fatal)).toEqual([]);
  return messages.length;
}

describe("import walls", () => {
  it.each([
    ["src/fixes/wrap.ts", "../rules/no-lost-cancel.ts"],
    ["src/analysis/analyze-file.ts", "../fixes/wrap.ts"],
    ["src/analysis/control-flow/graph.ts", "../dataflow/solve.ts"],
    ["src/analysis/control-flow/graph.ts", "../analyze-file.ts"],
    ["src/analysis/control-flow/graph.ts", "../../resources/resource.ts"],
    ["src/analysis/dataflow/solve.ts", "../obligations/transfer.ts"],
    ["src/analysis/obligations/transfer.ts", "../ownership/escapes.ts"],
    ["src/analysis/ownership/escapes.ts", "../analyze-file.ts"],
    ["src/analysis/ownership/escapes.ts", "../../rules/create-rule.ts"],
    ["src/analysis/ownership/settlement/races.ts", "../listener/leaves.ts"],
    ["src/analysis/ownership/functions/self.ts", "../object-owner.ts"],
    ["src/analysis/ownership/signals/signal-origin.ts", "../../analyze-file.ts"],
    ["src/resources/catalog/contexts/loke.ts", "../../../analysis/analyze-file.ts"],
    ["src/types/ask-type.ts", "../resources/resource.ts"],
    ["src/ast/names.ts", "../scope/variables.ts"],
    ["src/rules/no-lost-cancel.ts", "../configs.ts"],
  ])("%s must not import %s", (file, source) => {
    expect(refused(file, `import { x } from "${source}"; x();`)).toBe(1);
    expect(refused(file, `import type { X } from "${source}"; export type Y = X;`)).toBe(1);
  });

  it.each([
    ["src/rules/no-lost-cancel.ts", "../analysis/analyze-file.ts"],
    ["src/fixes/wrap.ts", "../analysis/analyze-file.ts"],
    ["src/analysis/analyze-file.ts", "./control-flow/graph.ts"],
    ["src/analysis/obligations/transfer.ts", "../dataflow/solve.ts"],
    ["src/analysis/ownership/escapes.ts", "../obligations/transfer.ts"],
    ["src/analysis/ownership/escapes.ts", "../../resources/resource.ts"],
    ["src/analysis/ownership/object-owner.ts", "./object/field.ts"],
    ["src/analysis/ownership/listener/leaves.ts", "../settlement/races.ts"],
    ["src/analysis/ownership/listener/leaves.ts", "../../../resources/catalog/signals/platform.ts"],
    ["src/analysis/ownership/functions/given-by-calls.ts", "../../../resources/catalog/signals/platform.ts"],
    ["src/analysis/control-flow/graph.ts", "../../ast/names.ts"],
    ["src/scope/variables.ts", "../ast/names.ts"],
    ["src/resources/catalog/contexts/loke.ts", "../../resource.ts"],
  ])("%s may import %s", (file, source) => {
    expect(refused(file, `import { x } from "${source}"; x();`)).toBe(0);
  });

  it.each(["@typescript-eslint/utils", "typescript", "eslint", "node:fs"])("no file of src loads %s", (source) => {
    expect(refused("src/index.ts", `import { x } from "${source}"; x();`)).toBe(1);
    expect(refused("src/analysis/dataflow/solve.ts", `import { x } from "${source}"; x();`)).toBe(1);
  });

  it("lets src use the types of what it must not load, and load eslint-utils", () => {
    const file = "src/scope/variables.ts";
    expect(refused(file, `import type { X } from "@typescript-eslint/utils"; export type Y = X;`)).toBe(0);
    expect(refused(file, `import { x } from "@eslint-community/eslint-utils"; x();`)).toBe(0);
  });
});
