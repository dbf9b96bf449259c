import { describe, expect, it } from "vitest";
import { idsOf } from "./ids-of.ts";

const rule = "no-leaked-abort-listener";

const listens = 'const own = new AbortController(); signal.addEventListener("abort", () => own.abort());';

describe("a function whose work ends", () => {
  it.each([
    `export async function run(signal, x) { ${listens} await x.go(own.signal); }`,
    `export async function run(signal, x) { ${listens} for await (const each of x(own.signal)) each(); }`,
    `export async function* run(signal, x) { ${listens} yield x.go(own.signal); }`,
    `export function* run(signal, x) { ${listens} yield x.go(own.signal); }`,
    `export function run(signal, x) { ${listens} return fetch(x, { signal: own.signal }); }`,
    `export function run(signal, x) { ${listens} if (x) return fetch(x); return x; }`,
    `export function run(signal, x): Promise<void> { ${listens} return fetch(x); }`,
    `export function run(signal, x): PromiseLike<void> { ${listens} return fetch(x); }`,
    "export const run = (signal, x) => (signal.addEventListener('abort', () => x.stop()), fetch(x));",
    `export const run = function (signal, x) { ${listens} return new Promise(x.go); };`,
  ])("has a listener for it: `%s`", (text) => {
    expect(idsOf(text, rule)).toEqual(["discarded"]);
  });

  it.each([
    `export function run(signal, x) { ${listens} x.go(own.signal); }`,
    `export function run(signal, x) { ${listens} return x.text; }`,
    `export function run(signal, x): void { ${listens} return fetch(x); }`,
    `export function run(signal, x): Promised { ${listens} return fetch(x); }`,
    `export function run(signal, x) { ${listens} x(() => { return fetch(x); }); return; }`,
    `export async function run(signal, x) { ${listens} x.go(own.signal); }`,
    `export async function run(signal, x) { ${listens} return x.text; }`,
    `export async function run(signal, x) { ${listens} x(async () => await x.go()); }`,
    `export async function run(signal, x) { await x.before(); ${listens} }`,
    `export async function run(signal, x) { ${listens} for (const each of x) each(); }`,
    "export const run = (signal, x) => (signal.addEventListener('abort', () => x.stop()), x.text);",
  ])("is not one that sets something up: `%s`", (text) => {
    expect(idsOf(text, rule)).toEqual([]);
  });
});

describe("a loop behind a listener", () => {
  const program = (loop: string): string => `export async function run(signal, x) { ${listens} ${loop} }`;

  it.each([
    "while (!signal.aborted) await x.go(own.signal);",
    "while (x.more && !x.signal.aborted) await x.go(own.signal);",
    "do { await x.go(own.signal); } while (!signal.aborted);",
    "for (; !signal.aborted; ) await x.go(own.signal);",
    "for (;;) { await x.go(own.signal); if (signal.aborted) return; }",
    "while (true) { if (signal.aborted) { break; } await x.go(own.signal); }",
    "while (true) { if (signal.aborted) break; await x.go((each) => { return each; }); }",
    "for (;;) { await x.go(own.signal); switch (x.kind) { case 1: break; default: x(); } if (signal.aborted) break; }",
    "for (;;) { await x.go(own.signal); for (const y of x) if (y) break; if (signal.aborted) break; }",
    "for (;;) { await x.go(own.signal); y: { if (x.a) break y; x.b(); } if (signal.aborted) break; }",
    "y: for (;;) { await x.go(own.signal); for (const z of x) if (signal.aborted) break y; }",
  ])("goes on until the abort: `%s`", (loop) => {
    expect(idsOf(program(loop), rule)).toEqual([]);
  });

  it.each([
    "while (x.more) await x.go(own.signal);",
    "for (;;) await x.go(own.signal);",
    "while (false) { if (signal.aborted) break; await x.go(own.signal); }",
    "for (;;) { await x.go(own.signal); if (x.done) return; }",
    "for (;;) { await x.go(own.signal); return; }",
    "for (;;) { if (signal.aborted) break; if (x.done) return; await x.go(own.signal); }",
    "for (const each of x) { if (signal.aborted) break; await each(own.signal); }",
    "for (;;) { await x.go(own.signal); for (const y of x) if (signal.aborted) break; }",
    "y: for (;;) { await x.go(own.signal); for (const z of x) if (z) break y; if (signal.aborted) break; }",
    "y: { for (;;) { await x.go(own.signal); switch (x.a) { case 1: break y; } if (signal.aborted) break; } }",
    "if (!signal.aborted) await x.go(own.signal);",
  ])("may end before the abort: `%s`", (loop) => {
    expect(idsOf(program(loop), rule)).toEqual(["discarded"]);
  });
});

describe("what a listener acts on", () => {
  const program = (listener: string): string => `import { outer } from "elsewhere";
const ofModule = new AbortController();
const stopAll = () => outer.stop();
export async function run(signal, x) {
  const own = new AbortController();
  const job = outer.begin();
  const alias = outer.jobs;
  const same = outer;
  const stop = () => job.stop();
  signal.addEventListener("abort", ${listener});
  await job.go();
  await outer.done(own.signal);
}`;

  it.each([
    "() => own.abort()",
    "() => own!.abort(signal.reason)",
    "() => own['abort']()",
    "function () { own.abort(this.reason); }",
    "own.abort.bind(own)",
    "own.abort.bind(own) as () => void",
    "own!.abort!.bind(own)",
    "() => ofModule.abort()",
    "() => job.stop()",
    "() => stop()",
    "() => outer.stop(job)",
    "() => { const jobs = [job]; outer.stop(jobs); }",
  ])("ends with the function: `%s`", (listener) => {
    expect(idsOf(program(listener), rule)).toEqual(["discarded"]);
  });

  it.each([
    "() => {}",
    "() => outer.stop()",
    "() => stopAll()",
    "() => alias.stop()",
    "() => same.stop()",
    "() => { const made = outer.jobs(); made.stop(); }",
    "() => { this.stop(); own.abort(); }",
    "function () { this.stop(); own.abort(); }.bind(this)",
    "own.abort.call(own)",
    "outer.bind(own)",
    "own.stop.bind(own)",
    "bind(own)",
    "own.abort.bound(own)",
    "abort.bind(own)",
    "outer.own.abort.bind(own)",
  ])("may live on: `%s`", (listener) => {
    expect(idsOf(program(listener), rule)).toEqual([]);
  });

  it("may be given to a callback that runs at once", () => {
    const lines = "x.jobs.forEach((job) => { job.go(); signal.addEventListener('abort', () => job.stop()); });";
    expect(idsOf(`export async function run(signal, x) { ${lines} await x.go(); }`, rule)).toEqual(["discarded"]);
  });
});

describe("a controller that a signal is tied to by a function without an end", () => {
  const program = (result: string): string => `export function run(signal, x) { ${listens} ${result} }`;

  it.each([
    ["return own;", "discarded"],
    ["return own.signal;", "merged"],
    ["return own!.signal;", "merged"],
    ["return { own };", "discarded"],
    ["return { signal: own.signal };", "discarded"],
    ["return [own.signal];", "discarded"],
    ["return x ?? own.signal;", "discarded"],
  ])("is handed on by `%s`: %s", (result, id) => {
    expect(idsOf(program(result), rule)).toEqual([id]);
  });

  it.each(["return own.signal.aborted;", "return own.other;", "x(own);", "return x;", "return { [own]: x };", ""])(
    "is not by `%s`",
    (result) => {
      expect(idsOf(program(result), rule)).toEqual([]);
    },
  );

  it("is not when another function does", () => {
    const text = `const own = new AbortController();
export function run(signal) { signal.addEventListener("abort", () => own.abort()); }
export function signalOf() { return own.signal; }`;
    expect(idsOf(text, rule)).toEqual([]);
  });
});
