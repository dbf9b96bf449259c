import { execFile } from "node:child_process";
import { copyFile, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import ts from "typescript";
import type { Execution } from "../drive/behaviour.ts";
import { root } from "./fixture.ts";

/** What the programs need beside themselves, at the same places. */
const COMPANIONS = ["tests/fixes/drive", "tests/proof/run"];

/**
 * Runs programs on every path, all in one process of their own, so that their timers are the only ones there.
 *
 * @param programs their texts by the names of their files, which are as if in `tests/fixes/<rule>/`
 */
export async function execute(programs: ReadonlyMap<string, string>): Promise<Map<string, Execution>> {
  const folder = new URL(`.gate/fixes-${process.pid}/`, root);
  const place = (name: string): URL => new URL(`tests/fixes/programs/${toModule(name)}`, folder);
  try {
    await mkdir(new URL("tests/fixes/programs/", folder), { recursive: true });
    await writeFile(new URL("package.json", folder), `{ "type": "module" }`);
    await copyCompanions(folder);
    for (const [name, text] of programs) await writeFile(place(name), transpileOrThrowLater(name, text));
    const all = await drive(
      folder,
      [...programs.keys()].map((name) => fileURLToPath(place(name))),
    );
    return new Map([...programs.keys()].map((name) => [name, all[fileURLToPath(place(name))]!]));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function drive(folder: URL, files: readonly string[]): Promise<Record<string, Execution>> {
  const imports = new URL("examples/goscript-imports.mjs", root).href;
  const driver = fileURLToPath(new URL("tests/fixes/drive/run-programs.js", folder));
  const args = ["--import", imports, driver, ...files];
  const options = { cwd: fileURLToPath(root), maxBuffer: 256 * 1024 * 1024, timeout: 100_000 };
  const { stdout } = await promisify(execFile)(process.execPath, args, options);
  return JSON.parse(stdout) as Record<string, Execution>;
}

async function copyCompanions(folder: URL): Promise<void> {
  for (const companion of COMPANIONS) {
    await mkdir(new URL(`${companion}/`, folder), { recursive: true });
    for (const name of await readdir(new URL(`${companion}/`, root))) {
      const text = await readFile(new URL(`${companion}/${name}`, root), "utf8");
      await writeFile(new URL(`${companion}/${toModule(name)}`, folder), transpile(name, text));
    }
  }
  await mkdir(new URL("scripts/demo/", folder), { recursive: true });
  await copyFile(new URL("scripts/demo/held.mjs", root), new URL("scripts/demo/held.mjs", folder));
}

function toModule(name: string): string {
  return name.replace(/\.m?[jt]sx?$/, ".js");
}

/** A program that cannot be read is one that throws when it is loaded: the others go on. */
function transpileOrThrowLater(name: string, text: string): string {
  try {
    return transpile(name, text);
  } catch (error) {
    return `throw new SyntaxError(${JSON.stringify(String(error))});`;
  }
}

function transpile(fileName: string, text: string): string {
  const compilerOptions: ts.CompilerOptions = {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    jsx: ts.JsxEmit.React,
    jsxFactory: "h",
    rewriteRelativeImportExtensions: true,
    verbatimModuleSyntax: true,
  };
  const { outputText, diagnostics } = ts.transpileModule(text, { fileName, compilerOptions, reportDiagnostics: true });
  const [broken] = diagnostics ?? [];
  if (broken)
    throw new SyntaxError(`${fileName}: ${ts.flattenDiagnosticMessageText(broken.messageText, "\n")}\n${text}`);
  return outputText;
}
