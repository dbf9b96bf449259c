import { describe, expect, it } from "vitest";
import { idsOf } from "./ids-of.ts";

const rule = "no-leaked-race-timer";

/** A timer that is started on a condition is not there where the same condition does not hold. */
describe("a timer that is started on a condition", () => {
  const reported = (start: string, clear: string, before = ""): unknown =>
    idsOf(
      `export function run(x, options, ms) {
  ${before}
  return new Promise((resolve, reject) => {
    let t;
    if (${start}) t = setTimeout(() => reject(new Error("late")), ms);
    x.work().then((v) => { if (${clear}) clearTimeout(t); resolve(v); }, (e) => { clearTimeout(t); reject(e); });
  });
}`,
      rule,
    );

  it.each([
    ["ms", "ms", ""],
    ["ms > 0", "ms > 0", ""],
    ["ms > 0 && x.on", "ms > 0", ""],
    ["options.ms", "options.ms", ""],
    ["options.ms", "options.ms", "options.onStart();"],
    ["options.ms", "options.ms", "x.all = options.ms;"],
    ["options.ms", "options.ms", "x.all = -options.ms;"],
    ["options.ms", "options.ms", "x[options.ms] = 1;"],
  ])("`%s` is cleared under `%s`, beside `%s`", (start, clear, before) => {
    expect(reported(start, clear, before)).toEqual([]);
  });

  it.each([
    ["ms", "!ms", ""],
    ["ms > 0", "ms", ""],
    ["true", "ms", ""],
    ["ms > x.least", "ms > x.least", ""],
    ["elsewhere.ms", "elsewhere.ms", ""],
    ["options.ms", "options.ms", "options.ms = 5;"],
    ["options.ms", "options.ms", "options.ms++;"],
    ["options.ms", "options.ms", "delete options.ms;"],
    ["options.ms", "options.ms", "options.set();"],
    ["options.ms", "options.ms", "options = x;"],
  ])("`%s` may go on where `%s` does not hold, beside `%s`", (start, clear, before) => {
    expect(reported(start, clear, before)).toEqual(["resolved"]);
  });
});

describe("an async function that waits for a timer", () => {
  const program = (lines: string): string => `export async function run(x, ms) {
  let late;
  const wait = async () => { ${lines} };
  await Promise.race([x(), wait()]);
}
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));`;

  it.each([
    "return sleep(ms);",
    "return await sleep(ms);",
    "await sleep(ms); throw new Error('late');",
    "await sleep(ms); { throw x; }",
    "await sleep(ms); if (late) throw x;",
    "await sleep(ms); late = true;",
    "await sleep(ms); console.log('late');",
    "await sleep(ms); const y = 1;",
    "await sleep(ms); return late;",
  ])("is over with it: `%s`", (lines) => {
    expect(idsOf(program(lines), rule)).toEqual(["discarded"]);
  });

  it.each([
    "x(); await sleep(ms);",
    "for (const y of x) await sleep(ms);",
    "if (x) await sleep(ms);",
    "await sleep(ms); if (late) throw x; else x();",
    "await sleep(ms); late = x();",
    "await sleep(ms); x.late = true;",
    "await sleep(ms); log.warn('late');",
    "await sleep(ms); warn('late');",
    "await sleep(ms); const y = x();",
    "await sleep(ms); return x();",
    "const y = await sleep(ms);",
  ])("has more to do: `%s`", (lines) => {
    expect(idsOf(program(lines), rule)).toEqual([]);
  });
});

describe("a settler that is kept while a timer runs", () => {
  const program = (keep: string, beside = ""): string => `const pending = new Map();
export function ask(x, id, ms) {
  return new Promise((resolve, reject) => {
    const t = setTimeout(reject, ms);
    ${keep}
    x.send(id);
  });
}
${beside}`;
  const entry = "pending.set(id, { resolve, reject });";

  it.each([
    [entry, "export const got = (id) => pending.get(id).reject();"],
    [entry, "export const got = (id) => pending.get(id).resolve();"],
    [entry, "export const got = (id) => clear(pending.get(id));"],
    [
      "const e = { resolve }; pending.set(id, e); x = e.resolve;",
      "export const got = (id) => pending.get(id).resolve();",
    ],
  ])("is called: `%s` `%s`", (keep, beside) => {
    expect(idsOf(program(keep, beside), rule)).toEqual(["neverReleased"]);
  });

  it.each([
    ["pending.set(id, resolve); pending.set(id, (v) => { clearTimeout(t); resolve(v); });", ""],
    [
      "const e = { resolve }; pending.set(id, e); e.resolve = (v) => { clearTimeout(t); resolve(v); };",
      "export const got = (id) => pending.get(id).resolve();",
    ],
  ])("is never called, since another one takes its place: `%s`", (keep, beside) => {
    expect(idsOf(program(keep, beside), rule)).toEqual([]);
  });

  it("may be called before another one takes its place", () => {
    const keep = "pending.set(id, resolve); await x; pending.set(id, (v) => { clearTimeout(t); resolve(v); });";
    expect(idsOf(program(keep).replace("(resolve, reject) =>", "async (resolve, reject) =>"), rule)).toEqual([
      "resolved",
    ]);
  });
});
