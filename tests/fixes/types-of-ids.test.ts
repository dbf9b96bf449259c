import ts from "typescript";
import { describe, expect, it } from "vitest";
import plugin from "../../src/index.ts";
import { lint } from "../rules/lint.ts";

/**
 * What the id of a timer is hangs on whose types a project has: the browser's, Node's or both, where the same words
 * give one or the other. A program that type-checks does so with its fix, or the first suggestion, as well.
 */
const hosts: Record<string, ts.CompilerOptions> = {
  browser: { lib: ["lib.es2022.d.ts", "lib.dom.d.ts"], types: [] },
  node: { lib: ["lib.es2022.d.ts"], types: ["node"] },
  both: { lib: ["lib.es2022.d.ts", "lib.dom.d.ts"], types: ["node"] },
};

const race = (timer: string): string => `return await Promise.race([work, ${timer}]);`;
const ask = (timer: string): string =>
  `return await new Promise<string | undefined>((resolve) => { work.then((value) => resolve(value)); ${timer}; });`;
const programs = [
  race("new Promise((resolve) => setTimeout(resolve, ms))"),
  race("new Promise<void>((resolve) => setTimeout(resolve, ms))"),
  race("new Promise<undefined>((resolve) => setTimeout(resolve, ms))"),
  race("new Promise<string | void>((resolve) => { setTimeout(resolve, ms); })"),
  race("new Promise<null>((resolve) => setTimeout(resolve, ms, null))"),
  race("new Promise<never>((_, reject) => setTimeout(reject, ms))"),
  race("new Promise<never>((_, reject) => setTimeout(() => reject(new Error()), ms))"),
  race("new Promise<void>((resolve) => globalThis.setTimeout(resolve, ms))"),
  race("new Promise<undefined>((resolve) => globalThis.setTimeout(resolve, ms))"),
  race("new Promise<void>((resolve) => window.setTimeout(resolve, ms))"),
  race("new Promise<undefined>((resolve) => self.setTimeout(resolve, ms))"),
  ask("setTimeout(resolve, ms)"),
  ask("window.setTimeout(() => resolve(undefined), ms)"),
  ask("const late = (event: object) => resolve(String(event)); setTimeout(late, ms)"),
  ask("const late = (event?: object) => resolve(String(event)); setTimeout(late, ms)"),
  `let timer;
  const late = new Promise<never>((_, reject) => { timer = setTimeout(reject, ms); });
  const value = await Promise.race([work, late]);
  clearTimeout(timer);
  return value;`,
].map((body) => `export async function within(work: Promise<string>, ms: number) {\n  ${body}\n}\n`);

describe.each(Object.entries(hosts))("with the types of %s", (name, options) => {
  const check = checker(options);

  it.each(programs)("%s", (before) => {
    const after = fixed(before);
    expect(after).not.toBe(before);
    const isRight = check(before).length === 0;
    expect(isRight || name !== "both", before).toBe(true);
    if (isRight) expect(check(after), after).toEqual([]);
  });
});

function fixed(text: string): string {
  const [report] = lint(text, { file: "within.ts", config: plugin.configs.recommended });
  const { range, text: added } = report!.fix ?? report!.suggestions![0]!.fix;
  return text.slice(0, range[0]) + added + text.slice(range[1]);
}

/** Gives what TypeScript says of a text, with the libraries of a host parsed once. */
function checker(types: ts.CompilerOptions): (text: string) => string[] {
  const options = { strict: true, skipLibCheck: true, noEmit: true, target: ts.ScriptTarget.ES2022, ...types };
  const host = ts.createCompilerHost(options);
  const read = host.getSourceFile.bind(host);
  const files = new Map<string, ts.SourceFile | undefined>();
  return (text) => {
    const program = ts.createProgram(["within.ts"], options, {
      ...host,
      getSourceFile: (name, language) => {
        if (name === "within.ts") return ts.createSourceFile(name, text, language, true);
        if (!files.has(name)) files.set(name, read(name, language));
        return files.get(name);
      },
    });
    const file = program.getSourceFile("within.ts");
    const found = [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)];
    return found.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"));
  };
}
