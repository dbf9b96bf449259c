import { describe, expect, it } from "vitest";
import { cancelBehind } from "./cancel-behind.ts";

/** A promise has all the values that a variable is ever given, by the file's assignments or by all callers. */
describe("a cancel after a variable is awaited", () => {
  const reported = (lines: string): (string | undefined)[] =>
    cancelBehind(lines, { head: `import { delayMs } from "./time.js";` });

  it.each([
    "let p = Promise.resolve(); p = p.then(() => x()).catch(() => {}); await p;",
    "let p = Promise.resolve(); p = p.then(async () => { await x(); }).catch(() => {}).then(() => 1); await p;",
    "const go = async (p) => { await p; }; await go(Promise.resolve()); await go(delayMs(5));",
    "async function go(late) { await late; } await go(Promise.allSettled([x()]));",
    "const go = async (p) => { await inner(1, p); }; async function inner(x, p) { await p; } await go(1);",
    "const go = async (p) => { await p; }; await go();",
    "async function go(p, n) { await p; if (n) await go(p, n - 1); } await go(1, 1);",
    "x.late = Promise.resolve(); const go = async (p) => { await p; }; await go(x.late);",
  ])("is always reached: `%s`", (lines) => {
    expect(reported(lines)).toEqual([]);
  });

  it.each([
    "let p = 1; p = p.catch(() => {}).then(() => x()); await p;",
    "let p = 1; p = p.then(() => x()).catch(() => { throw 1; }); await p;",
    "let p = 1; p = p.then(() => x()).finally(() => 1); await p;",
    "const go = async (p) => { await p; }; await go(1); await go(x());",
    "const go = async (p) => { await p; }; x(go); await go(1);",
    "const go = async (p) => { p = x(); await p; }; await go(1);",
    "const go = async (p = x()) => { await p; }; await go();",
    "const go = async ({ p }) => { await p; }; await go({ p: 1 });",
    "const go = async (...p) => { await p[0]; }; await go(1);",
    "const go = async (p) => { await p; }; await go(...x);",
    "const o = { async go(p) { await p; } }; await o.go(1);",
    "let go = async (p) => { await p; }; go = x; await go(1);",
  ])("may be passed by: `%s`", (lines) => {
    expect(reported(lines)).toHaveLength(1);
  });
});
