import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { run } from "../package/run.ts";
import { lint } from "../rules/lint.ts";

/** Each suggestion of no-race-in-loop is applied, and the program is run before and after, on every path. */
const rule = "no-race-in-loop";
const drive = fileURLToPath(new URL("drive.mjs", import.meta.url));

/** A loop that asks for the end in each turn, and is measured in its last one. */
const loop = (wait: string, before = ""): string => `export async function run(world) {
  const { signal, once, next, sleep, use, turns, measure } = world;
  ${before}
  let turn = 0;
  while (!signal.aborted) {
    turn += 1;
    ${wait}
    if (turn === turns) await measure();
  }
  return turn;
}
`;

const programs: readonly { title: string; source: string; names: string }[] = [
  {
    title: "`once` in the race",
    names: "Listen anew in each turn",
    source: loop('const item = await Promise.race([once(signal, "abort"), next()]);\n    if (item.turn) use(item);'),
  },
  {
    title: "`once` with a reaction",
    names: "Listen anew in each turn",
    source: loop(
      'const item = await Promise.race([once(signal, "abort").then(() => 0), next()]);\n    if (item) use(item);',
    ),
  },
  {
    title: "`once` before the loop",
    names: "Listen anew in each turn",
    source: loop(
      "const item = await Promise.race([aborted, next()]);\n    if (item.turn) use(item);",
      'const aborted = once(signal, "abort");',
    ),
  },
  {
    title: "a sleep",
    names: "Wait for `sleep(",
    source: loop(
      "await Promise.race([aborted, sleep(1_000)]);\n    use({ turn });",
      'const aborted = once(signal, "abort");',
    ),
  },
];

/** On which turn the end comes, and how; `lost` is an item whose promise is rejected. */
const paths = [{ turns: 20 }, { inside: 3 }, { between: 3 }, { lost: 3 }, { inside: 1 }, { between: 1 }];

interface Ran {
  readonly log: readonly number[];
  readonly outcome: string;
  readonly unhandled: number;
  readonly held?: { readonly reachable: number; readonly listeners: number };
}

describe.each(programs)("$title", ({ source, names }) => {
  const [report, ...more] = lint(source, { rule, file: "file.mjs" });
  const suggestion = report?.suggestions?.find(({ desc }) => desc.startsWith(names));
  const [start, end] = suggestion?.fix.range ?? [0, 0];
  const after = source.slice(0, start) + (suggestion?.fix.text ?? "") + source.slice(end);
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), "leaks-growth-"));
    await writeFile(path.join(folder, "before.mjs"), source);
    await writeFile(path.join(folder, "after.mjs"), after);
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));
  const ran = async (name: string, given: object): Promise<Ran> => {
    const program = pathToFileURL(path.join(folder, name)).href;
    const { stdout, stderr } = await run(process.execPath, ["--expose-gc", drive, program, JSON.stringify(given)], ".");
    expect(stderr).toBe("");
    return JSON.parse(stdout) as Ran;
  };

  it("is reported once, and not when it is mended", () => {
    expect(more).toEqual([]);
    expect(suggestion, JSON.stringify(report?.suggestions)).toBeDefined();
    expect(lint(after, { rule, file: "file.mjs" })).toEqual([]);
  });

  it.each(paths)("does the same when %o", async (given) => {
    const [was, is] = [await ran("before.mjs", given), await ran("after.mjs", given)];
    expect({ ...is, held: undefined }).toEqual({ ...was, held: undefined });
  });

  it("grows before, and not after", async () => {
    const [was, is] = [await ran("before.mjs", { turns: 60 }), await ran("after.mjs", { turns: 60 })];
    expect(was.held!.reachable).toBeGreaterThanOrEqual(59);
    expect(is.held!.reachable).toBeLessThanOrEqual(1);
    expect(is.held!.listeners).toBeLessThanOrEqual(names.startsWith("Wait") ? 1 : 0);
  });
});
