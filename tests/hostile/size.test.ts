import { describe, expect, it } from "vitest";
import { lintStrictly } from "./lint-strictly.ts";

const repeat = (count: number, write: (i: number) => string): string =>
  Array.from({ length: count }, (_, i) => write(i)).join("\n");
const acquire = (i: number): string => `const { ctx: ctx${i}, abort: abort${i} } = withTimeout(parent, 500);`;
const release = (i: number): string => `abort${i}();`;
const programOf = (body: string): string =>
  `import { withTimeout } from "@loke/context";\nexport async function f(parent, work) {\n${body}\n}`;

/** Bodies of one function, and the number of leaks in each. On an idle machine each takes about two seconds at most. */
const BODIES: Readonly<Record<string, readonly [leaks: number, body: string]>> = {
  "2,000 handles": [2000, repeat(2000, acquire)],
  "2,000 handles, each released at the end": [0, repeat(2000, acquire) + repeat(2000, release)],
  "1,000 handles, each with its own finally": [
    0,
    repeat(1000, (i) => `{ ${acquire(i)} try { await work(ctx${i}); } finally { ${release(i)} } }`),
  ],
  "1,000 handles, each missed by a rejection": [
    1000,
    repeat(1000, (i) => `${acquire(i)} await work(ctx${i}); ${release(i)}`),
  ],
  "a chain of 500 parents": [
    501,
    acquire(0) + repeat(500, (i) => acquire(i + 1).replace("parent", `ctx${i}`)) + "await work(ctx500);",
  ],
  "300 handles over 300 early returns": [
    300,
    repeat(300, acquire) + repeat(300, (i) => `if (work(${i})) return;`) + repeat(300, release),
  ],
  "2,000 branches": [0, acquire(0) + repeat(2000, (i) => `if (work(${i})) parent(${i});`) + release(0)],
  "2,000 early returns": [
    0,
    acquire(0) + repeat(2000, (i) => `if (work(${i})) { abort0(); return ${i}; }`) + release(0),
  ],
  "2,000 pairs of tests": [
    0,
    acquire(0) +
      repeat(2000, (i) => `let v${i} = work(${i}); if (v${i}) parent(${i}); if (!v${i}) work();`) +
      release(0),
  ],
  "1,000 flags, all tested at the end": [
    0,
    acquire(0) +
      repeat(1000, (i) => `let v${i} = false; if (work(${i})) v${i} = true;`) +
      repeat(1000, (i) => `if (v${i}) parent(${i});`) +
      release(0),
  ],
  "1,000 tries": [
    1,
    acquire(0) +
      repeat(1000, (i) => `try { await work(${i}); } catch (e) { await parent(e); } finally { work(); }`) +
      release(0),
  ],
  "5,000 cases": [
    0,
    `${acquire(0)} switch (parent) { ${repeat(5000, (i) => `case ${i}: work(${i}); break;`)} } ${release(0)}`,
  ],
  "20 names of one handle": [
    0,
    `${acquire(0)} const a0 = abort0; ${repeat(20, (i) => `const a${i + 1} = a${i};`)} a20();`,
  ],
  "1,000 functions, each calling the next": [
    0,
    acquire(0) + repeat(1000, (i) => `function g${i}() { g${i + 1}(); }`) + "function g1000() { abort0(); } g0();",
  ],
  "20,000 uses of the context": [0, acquire(0) + repeat(20_000, () => "work(ctx0);") + release(0)],
  "20,000 releases": [0, acquire(0) + repeat(20_000, () => release(0))],
};

// Generous: the machine may be busy with other things.
describe("a function of unusual size", { timeout: 60_000 }, () => {
  it.each(Object.entries(BODIES))("%s", (_, [leaks, body]) => {
    expect(lintStrictly(programOf(body), "file.js")).toHaveLength(leaks);
  });
});

describe("a file of unusual size", { timeout: 60_000 }, () => {
  it("2,000 functions that leak", () => {
    const one = (i: number): string => `async function f${i}(parent) { ${acquire(0)} await parent; abort0(); }`;
    expect(lintStrictly(`import { withTimeout } from "@loke/context";\n${repeat(2000, one)}`)).toHaveLength(2000);
  });

  it("500 functions, each handing on what the next acquires", () => {
    const body = `function h0(parent) { return withTimeout(parent, 5); }
      ${repeat(500, (i) => `function h${i + 1}(parent) { return h${i}(parent); }`)}
      const { ctx, abort } = h500(parent); await work(ctx); abort();`;
    expect(lintStrictly(programOf(body))).toHaveLength(1);
  });

  it("100,000 words of an acquire in a comment, 20,000 in calls of something else", () => {
    expect(lintStrictly(`// ${"withTimeout ".repeat(100_000)}`)).toEqual([]);
    expect(
      lintStrictly(
        repeat(20_000, () => "page.withTimeout(5);"),
        "file.js",
      ),
    ).toEqual([]);
  });
});
