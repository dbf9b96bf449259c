import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { expect, it } from "vitest";
import { root } from "./harness/fixture.ts";

/** One program over all fixtures and what became of them: a fix may not cost a text its types. */
it("fixtures have types, before and after", { timeout: 60_000 }, () => {
  const folder = fileURLToPath(new URL("tests/fixes/", root));
  const isChecked = (name: string): boolean =>
    /^no-.*\.m?js$/.test(name) && readFileSync(`${folder}${name}`, "utf8").includes("// @ts-check");
  const programs = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter(
    (name) => /^no-.*\.m?tsx?$/.test(name) || isChecked(name),
  );
  const { config } = ts.readConfigFile(fileURLToPath(new URL("tsconfig.json", root)), ts.sys.readFile.bind(ts.sys)) as {
    config: object;
  };
  const { options } = ts.parseJsonConfigFileContent({ ...config, include: [] }, ts.sys, fileURLToPath(root));
  const relaxed: ts.CompilerOptions = {
    ...options,
    allowJs: true,
    checkJs: false,
    jsx: ts.JsxEmit.React,
    jsxFactory: "h",
    noUnusedLocals: false,
    noUnusedParameters: false,
  };
  const ambient = fileURLToPath(new URL("examples/goscript-modules.d.ts", root));
  const program = ts.createProgram([ambient, ...programs.map((name) => `${folder}${name}`)], relaxed);
  const errors = ts.getPreEmitDiagnostics(program).map(({ file, start, messageText }) => {
    const line = file && start !== undefined ? file.getLineAndCharacterOfPosition(start).line + 1 : 0;
    return `${file?.fileName.replace(folder, "")}:${line}: ${ts.flattenDiagnosticMessageText(messageText, "\n")}`;
  });
  expect(programs.length).toBeGreaterThan(50);
  expect(errors).toEqual([]);
});
