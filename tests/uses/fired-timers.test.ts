import { describe, expect, it } from "vitest";
import { idsOf } from "./ids-of.ts";

const rule = "no-leaked-race-timer";

describe("what shows that a timer was first", () => {
  const program = (callback: string, test: string): string => `import { LATE, Late } from "elsewhere";
export async function run(x, ms) {
  let t;
  let isLate = false;
  const late = new Promise((resolve, reject) => {
    t = setTimeout(${callback}, ms);
  });
  const result = await Promise.race([x.work().catch(() => 0), late]);
  if (${test}) return x;
  clearTimeout(t);
}`;

  it.each([
    ["() => resolve(LATE)", "result === LATE"],
    ["() => resolve(LATE)", "LATE === result"],
    ["() => resolve(LATE)", "result! === LATE"],
    ["() => resolve('late')", "result === 'late'"],
    ["() => resolve({ late: true })", "result.late"],
    ["() => resolve({ late: true })", "x.isLate(result, 'late')"],
    ["() => resolve(new Late())", "result instanceof Late"],
    ["() => resolve()", "result === undefined"],
    ["() => resolve()", "result == null"],
    ["() => resolve()", "!result"],
    ["resolve", "result === undefined"],
    ["resolve", "!result"],
    ["() => resolve(undefined)", "!result"],
    ["() => resolve(false)", "!result"],
    ["() => resolve(0)", "!result"],
    ["() => resolve(true)", "result"],
    ["() => resolve(x.value)", "result"],
    ["() => { isLate = true; resolve(); }", "isLate"],
    ["() => { isLate = LATE; resolve(); }", "isLate === LATE"],
    ["function () { isLate = true; resolve(); }", "isLate"],
  ])("`%s` and `%s`", (callback, test) => {
    expect(idsOf(program(callback, test), rule)).toEqual([]);
  });

  it.each([
    ["() => resolve(LATE)", "result !== LATE"],
    ["() => resolve(LATE)", "!(result === LATE)"],
    ["() => resolve(LATE)", "result === x.other"],
    ["() => resolve(LATE)", "x.ready"],
    ["() => resolve(LATE)", "x.last === LATE"],
    ["() => resolve(new Late())", "result"],
    ["() => resolve()", "result"],
    ["() => resolve(undefined)", "result"],
    ["() => resolve(true)", "!result"],
    ["() => resolve(false)", "result"],
    ["() => { isLate = true; resolve(); }", "!isLate"],
    ["() => { isLate = false; resolve(); }", "isLate"],
    ["() => { x.late = true; resolve(); }", "x.late"],
    ["() => reject(LATE)", "result === LATE"],
  ])("but not `%s` and `%s`", (callback, test) => {
    expect(idsOf(program(callback, test), rule)).toEqual(["earlyReturn"]);
  });

  it.each([
    "const result = await Promise.race([x.work().catch(() => 0), late]); switch (result) { case LATE: return x; }",
    "let result; result = await Promise.race([x.work().catch(() => 0), late]); if (result === LATE) return x;",
    "const result = x ? await Promise.race([x.work().catch(() => 0), late]) : 0; if (result === LATE) return x;",
    "const race = Promise.race([x.work().catch(() => 0), late]); const a = await race; if (a === LATE) return x;",
    "const result = await (x ? Promise.race([x.work().catch(() => 0), late]) : 0); if (result === LATE) return x;",
    "const result = await Promise.race([x.work().catch(() => 0), late]).then((a) => a); if (result === LATE) return;",
  ])("is asked of what the race gave: `%s`", (lines) => {
    const text = `import { LATE } from "elsewhere"; export async function run(x, ms) {
  let t;
  const late = new Promise((resolve) => { t = setTimeout(() => resolve(LATE), ms); });
  ${lines}
  clearTimeout(t);
}`;
    expect(idsOf(text, rule)).toEqual([]);
    expect(idsOf(text.replace("return", "x(); else return"), rule)).not.toEqual([]);
  });

  it.each([
    ["reject(new Late())", "error instanceof Late", []],
    ["reject('late')", "error === 'late'", []],
    ["reject(x.other)", "error instanceof Late", ["earlyReturn"]],
    ["resolve(new Late())", "error instanceof Late", ["earlyReturn"]],
  ])("is asked of the error: `%s` and `%s`", (settles, test, expected) => {
    const text = `import { Late } from "elsewhere"; export async function run(x, ms) {
  let t;
  try {
    const late = new Promise((resolve, reject) => { t = setTimeout(() => ${settles}, ms); });
    const result = await Promise.race([x.work(), late]);
    clearTimeout(t);
    return result;
  } catch (error) {
    if (${test}) return x;
    clearTimeout(t);
    throw error;
  }
}`;
    expect(idsOf(text, rule)).toEqual(expected);
  });
});
