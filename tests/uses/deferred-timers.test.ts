import { describe, expect, it } from "vitest";
import { idsOf } from "./ids-of.ts";

const rule = "no-leaked-race-timer";

describe("a timer that settles a promise from beside", () => {
  const program = (make: string, callback: string, race = "Promise.race([x(), late])"): string =>
    `export async function run(x, ms, kept) {
  let isLate;
  ${make}
  setTimeout(${callback}, ms);
  await ${race};
}`;
  const taken = "const { promise: late, resolve, reject } = Promise.withResolvers();";
  const object = "const d = defer();";

  it.each([
    [taken, "resolve"],
    [taken, "reject"],
    [taken, "() => resolve()"],
    [taken, "() => { resolve(); }"],
    [taken, "() => { { resolve(); } }"],
    [taken, "() => { if (x) resolve(); }"],
    [taken, "() => { return reject(); }"],
    [taken, "() => { if (x) return; reject(); }"],
    [taken, "() => { isLate = true; resolve(); }"],
    [taken, "() => { console.log('late'); resolve(); }"],
    [taken, "() => { const error = new Error('late'); reject(error); }"],
    [taken, "() => { const text = 'late', more = `x`; reject(text); }"],
    [taken, "() => { resolve(); reject(); }"],
    [`${taken} late.catch(() => {});`, "reject"],
    ["const { promise: late, resolve } = defer();", "resolve"],
    ["const { promise: late, resolve } = new Deferred();", "resolve"],
    ["const { promise: late, 'resolve': end } = createDeferred();", "end"],
    ["let end; const late = new Promise((resolve) => { end = resolve; });", "end"],
    ["let end; const late = new Promise((resolve) => { end = resolve; });", "() => end()"],
    ["let end; const late = new Promise((_, reject) => { end = reject; });", "() => end(new Error('late'))"],
  ])("leaks beside a race: `%s` `%s`", (make, callback) => {
    expect(idsOf(program(make, callback), rule)).toHaveLength(1);
  });

  it.each([
    [object, "() => d.resolve()"],
    [object, "d.resolve"],
    [object, "() => { if (!d.isSettled) d.reject(); }"],
    [`${object} d.promise.catch(() => {});`, "() => d.reject()"],
    ["const d = new Thing();", "() => d.resolve()"],
  ])("leaks beside a race of an object's promise: `%s` `%s`", (make, callback) => {
    expect(idsOf(program(make, callback, "Promise.race([x(), d.promise])"), rule)).toHaveLength(1);
  });

  it.each([
    [taken, "() => { x(); resolve(); }"],
    [taken, "() => { if (x) resolve(); else x(); }"],
    [taken, "() => { for (;;) resolve(); }"],
    [taken, "() => { x.late = true; resolve(); }"],
    [taken, "() => { const a = x(); resolve(); }"],
    [taken, "() => x && resolve()"],
    [taken, "() => { return x(); }"],
    [taken, "x"],
    [taken, "() => {}"],
    [`${taken} const next = Promise.withResolvers();`, "() => { resolve(); next.resolve(); }"],
    [`${taken} await late;`, "resolve"],
    [`${taken} kept.push(late);`, "resolve"],
    [`${taken} late.then(x);`, "resolve"],
    ["let end; const late = new Promise((resolve) => { end = resolve; }); late.then(x);", "end"],
    [`let { promise: late, resolve } = defer(); resolve = x;`, "resolve"],
    ["const { promise: late, stop } = defer();", "stop"],
    ["const { promise: late, resolve } = x();", "resolve"],
    ["const { late, resolve } = defer();", "resolve"],
    ["const { resolve, ...late } = defer();", "resolve"],
    ["const [late, resolve] = defer();", "resolve"],
    ["let end = x; const late = new Promise((resolve) => { end = resolve; }); end = x;", "end"],
    ["let end; const late = new Thing((resolve) => { end = resolve; });", "end"],
    ["let end; const late = x((resolve) => { end = resolve; });", "end"],
    ["let end; const late = new Promise((resolve) => { end = x; });", "end"],
    ["const late = kept.late; const resolve = kept.resolve;", "resolve"],
    ["const { promise: late, resolve } = kept.defer; ", "resolve"],
  ])("is left alone: `%s` `%s`", (make, callback) => {
    expect(idsOf(program(make, callback), rule)).toEqual([]);
  });

  it.each([
    [object, "() => d.end()"],
    [object, "() => d[x]()"],
    [`${object} kept.push(d);`, "() => d.resolve()"],
    [`${object} d.other();`, "() => d.resolve()"],
    [`${object} d.promise.then(x);`, "() => d.resolve()"],
    ["let d = defer(); d = x;", "() => d.resolve()"],
    ["const d = x();", "() => d.resolve()"],
    ["const d = kept.defer;", "() => d.resolve()"],
  ])("is left alone with an object: `%s` `%s`", (make, callback) => {
    expect(idsOf(program(make, callback, "Promise.race([x(), d.promise])"), rule)).toEqual([]);
  });

  it("is left alone where more than one race waits for it, or none", () => {
    expect(
      idsOf(program(taken, "resolve", "Promise.race([x(), late]); await Promise.race([x(), late])"), rule),
    ).toEqual([]);
    expect(idsOf(program(taken, "resolve", "x()"), rule)).toEqual([]);
  });

  it("is told from one that rejects by what only the timer can do", () => {
    const text = (settler: string, result: string, error: string): string => `export async function run(x, ms) {
  const { promise: late, ${settler} } = Promise.withResolvers();
  const t = setTimeout(() => ${settler}("late"), ms);
  try {
    const result = await Promise.race([x().catch(() => 0), late]);
    if (${result} === "late") return;
  } catch (error) {
    if (${error} === "late") return;
  }
  clearTimeout(t);
}`;
    expect(idsOf(text("resolve", "result", "x"), rule)).toEqual([]);
    expect(idsOf(text("resolve", "x", "error"), rule)).toEqual(["earlyReturn"]);
    expect(idsOf(text("reject", "result", "x"), rule)).toEqual(["earlyReturn"]);
  });
});

describe("a race in turns", () => {
  const program = (loop: string, callback = "() => { isOver = true; resolve(); }"): string =>
    `export async function run(x, ms) {
  let isOver = false;
  const late = new Promise((resolve) => setTimeout(${callback}, ms));
  ${loop}
}`;

  it.each([
    "while (!isOver) await Promise.race([x(), late]);",
    "do { await Promise.race([x(), late]); } while (!isOver && x.more);",
    "for (; !isOver; ) { await Promise.race([x(), late]); }",
    "while (!isOver) { while (x.more) await Promise.race([x(), late]); }",
  ])("goes on until the timer has fired: `%s`", (loop) => {
    expect(idsOf(program(loop), rule)).toEqual([]);
  });

  it.each([
    "while (x.more) await Promise.race([x(), late]);",
    "for (;;) if (await Promise.race([x(), late])) return;",
    "if (!isOver) await Promise.race([x(), late]);",
    "for (const each of x) if (!isOver) await Promise.race([each(), late]);",
    "while (!isOver) x.later(async () => { await Promise.race([x(), late]); });",
  ])("may end before: `%s`", (loop) => {
    expect(idsOf(program(loop), rule)).toHaveLength(1);
  });

  it("is known by what the callback sets, not by what it reads", () => {
    expect(
      idsOf(program("while (!isOver) await Promise.race([x(), late]);", "() => resolve(isOver)"), rule),
    ).toHaveLength(1);
    expect(idsOf(program("while (!isOver) await Promise.race([x(), late]);", "resolve"), rule)).toHaveLength(1);
  });
});

describe("a wait that is ended through a function kept beside it", () => {
  const program = (
    abort: string,
    beside = "",
    keep = "reject = rej;",
  ): string => `export async function wait(ms, signal, x) {
  let id;
  let reject;
  function abort() {
    ${abort}
  }
  try {
    await new Promise((res, rej) => {
      ${keep}
      signal?.addEventListener("abort", abort);
      id = setTimeout(res, ms);
    });
  } finally {
    signal?.removeEventListener("abort", abort);
    ${beside}
  }
}`;

  it.each([
    ["reject(new Error('aborted')); clearTimeout(id);"],
    ["clearTimeout(id); reject(new Error('aborted'));"],
    ["reject?.(new Error('aborted')); if (id !== undefined) clearTimeout(id);"],
  ])("is cleared by all that end it: `%s`", (abort) => {
    expect(idsOf(program(abort), rule)).toEqual([]);
  });

  it.each([
    ["reject(new Error('aborted'));", "", "reject = rej;"],
    ["reject(new Error('aborted')); if (x.isDone) clearTimeout(id);", "", "reject = rej;"],
    ["if (x.isDone) clearTimeout(id); else reject(new Error('aborted'));", "", "reject = rej;"],
    [
      "clearTimeout(id); reject(new Error('aborted'));",
      "x.on('error', () => reject(new Error('broken')));",
      "reject = rej;",
    ],
    ["clearTimeout(id); reject(new Error('aborted'));", "", "reject = rej; x.on('error', rej);"],
    ["clearTimeout(id); reject(new Error('aborted'));", "", "reject = { rej };"],
    ["clearTimeout(id); reject(new Error('aborted'));", "", "x.reject = rej;"],
  ])("leaks when one does not clear it: `%s` `%s` `%s`", (abort, beside, keep) => {
    expect(idsOf(program(abort, beside, keep), rule)).toHaveLength(1);
  });
});
