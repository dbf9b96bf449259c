import { execFileSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { lint } from "../rules/lint.ts";
import { programs, type Program } from "./fixes/programs.ts";

/** Each program is run before and after its change: 1,000 children, all cancelled, and a last one with its parent. */
interface Outcome {
  readonly reachable: number;
  readonly value: unknown;
  readonly before: boolean;
  readonly follows: boolean;
  readonly error: string;
}

const root = new URL("../../", import.meta.url);
const folder = new URL(`.gate/wrappers-${process.pid}/`, root);
const reportsOf = (text: string): ReturnType<typeof lint> =>
  lint(text, { rule: "no-fallback-watcher", file: "file.mjs" });

beforeAll(() => mkdirSync(folder, { recursive: true }));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.each(programs)("$name: $verdict", (program) => {
  const [report] = reportsOf(program.before);

  it("is reported, and leaves a watcher for each child", () => {
    expect(report?.messageId).toBe("watcher");
    expect(run(program.before)).toMatchObject({ reachable: 1_000, before: true, follows: true });
  });

  it("is changed as its verdict says", () => {
    const { verdict } = program;
    expect(report?.fix !== undefined).toBe(verdict === "fix");
    expect((report?.suggestions ?? []).length).toBe(verdict === "suggest" ? 1 : 0);
  });

  it.runIf(program.change)("is the same child afterwards, and nothing waits for it", () => {
    const after = changed(program);
    expect(after).toBe(program.before.replace(...(program.change as [string, string])));
    expect(reportsOf(after)).toEqual([]);
    const [was, is] = [run(program.before), run(after)];
    expect(is.reachable).toBeLessThan(10);
    const rest = { ...was, reachable: is.reachable };
    if (program.changes) {
      expect(is[program.changes]).not.toEqual(was[program.changes]);
      expect(is).toMatchObject({ ...rest, [program.changes]: is[program.changes] });
    } else expect(is).toMatchObject(rest);
  });
});

it("applies a suggestion with `unsafeFixes`", () => {
  const program = programs.find(({ verdict }) => verdict === "suggest")!;
  const given = { rule: "no-fallback-watcher", file: "file.mjs", settings: { unsafeFixes: true } };
  expect(lint(program.before, given)[0]?.fix?.text).toBe("bo.ctx");
});

function changed({ before }: Program): string {
  const [report] = reportsOf(before);
  const { range, text } = report!.fix ?? report!.suggestions![0]!.fix;
  return before.slice(0, range[0]) + text + before.slice(range[1]);
}

function run(text: string): Outcome {
  const file = new URL("program.mjs", folder);
  writeFileSync(file, text);
  const imports = new URL("examples/goscript-imports.mjs", root).href;
  const script = fileURLToPath(new URL("fixes/run.mjs", import.meta.url));
  const args = ["--no-warnings", "--expose-gc", "--import", imports, script, pathToFileURL(fileURLToPath(file)).href];
  return JSON.parse(execFileSync(process.execPath, args, { encoding: "utf8" })) as Outcome;
}
