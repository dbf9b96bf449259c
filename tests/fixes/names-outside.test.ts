import * as parser from "@typescript-eslint/parser";
import { SourceCode } from "eslint";
import { describe, expect, it } from "vitest";
import { nameFile } from "../../src/ast/file-name.ts";
import type { SourceCode as OurSourceCode } from "../../src/ast/source-code.ts";
import { isUsedOutside } from "../../src/scope/names-inside.ts";
import type { Variable } from "../../src/scope/variables.ts";

const runMark = "/* run */";

/** Is a name that the text between two marks declares used outside of them, if scopes know no references of it? */
function isUsed(text: string, name: string, { file = "page.jsx", block = "FunctionDeclaration" } = {}): boolean {
  const { ast, scopeManager, visitorKeys } = parser.parseForESLint(text, { jsx: true, range: true, loc: true });
  const parsed = { text, ast, scopeManager, visitorKeys } as unknown as SourceCode.Config;
  const sourceCode = new SourceCode(parsed) as unknown as OurSourceCode;
  nameFile(sourceCode, file);
  const variable = { name, references: [], scope: { block: { type: block } } } as unknown as Variable;
  return isUsedOutside(sourceCode, variable, [text.indexOf(runMark), text.lastIndexOf(runMark)]);
}

describe("names that are used outside of a run", () => {
  it.each([
    ["<Page />", "Page", true],
    ["<Page.Body></Page.Body>", "Page", true],
    ["<div><Page url={url} /></div>", "Page", true],
    ["<Other />", "Page", false],
    ["<page />", "Page", false],
    ["<Other Page={url} />", "Page", false],
    ["<Other.Page />", "Page", false],
  ])("are those of elements, where scopes leave them out: %s, %s: %s", (element, name, isExpected) => {
    const text = `function show(url) { ${runMark} const { Page } = pages[url]; ${runMark} return ${element}; }`;
    expect(isUsed(text, name)).toBe(isExpected);
  });

  it("are not those of elements inside of the run", () => {
    const text = `function show(url) { ${runMark} const { Page } = pages[url]; draw(<Page />); ${runMark} }`;
    expect(isUsed(text, "Page")).toBe(false);
  });

  it.each([
    ["App.vue", "Program", true],
    ["App.svelte", "Program", true],
    ["App.vue", "FunctionDeclaration", false],
    ["app.js", "Program", false],
  ])("are all of a component's top, which its template may name: %s, %s: %s", (file, block, isExpected) => {
    const text = `${runMark} const total = 1; ${runMark} done();`;
    expect(isUsed(text, "total", { file, block })).toBe(isExpected);
  });
});
