import { describe, expect, it } from "vitest";
import { idsOf } from "./ids-of.ts";

const rule = "no-leaked-abort-listener";

/** A listener that settles a promise has no more to do when somebody else settles it first. */
describe("a promise that a listener settles", () => {
  const program = (
    use: string,
    listener = "() => resolve()",
    made = "const { promise, resolve } = Promise.withResolvers();",
  ): string => `export async function run(signal, x) {
  ${made}
  signal.addEventListener("abort", ${listener});
  ${use}
  await promise;
}`;

  it.each([
    "if (x) resolve();",
    "x.end = resolve;",
    "x.all = [resolve];",
    "x.all = { resolve };",
    "x([resolve]);",
    "x({ resolve });",
    "x({ end: resolve });",
    "x.on('done', resolve);",
    "x.on('done', () => resolve(1));",
  ])("may be settled by who has `%s`", (use) => {
    expect(idsOf(program(use), rule)).toEqual(["settled"]);
  });

  it.each([
    "",
    "let end; end = resolve;",
    "resolve.x = 1;",
    "x(resolve.name);",
    "x.off('done', resolve);",
    "({ resolve: x.y } = x);",
  ])("is settled by nobody else with `%s`", (use) => {
    expect(idsOf(program(use), rule)).toEqual([]);
  });

  it.each([
    "const { promise, resolve } = defer();",
    "const { promise, 'resolve': resolve } = new Deferred();",
    "let resolve; const promise = new Promise((r) => { resolve = r; });",
  ])("may be made by `%s`", (made) => {
    expect(idsOf(program("x.on('done', resolve);", undefined, made), rule)).toEqual(["settled"]);
  });

  it.each([
    ["const job = x.begin(); x.keep(job);", "() => { job.abort(); resolve(); }"],
    ["const job = x.begin();", "() => { stop(job); resolve(); }"],
  ])("does not end what goes on: `%s` `%s`", (made, listener) => {
    expect(idsOf(program(`${made} x.on('done', resolve);`, listener), rule)).toEqual([]);
  });
});

describe("a listener that is made by a function", () => {
  const program = (make: string): string => `export async function run(signal, x) {
  ${make}
  signal.addEventListener("abort", make());
  await x.done();
}`;

  it.each([
    "const make = () => () => x.stop();",
    "const make = () => function () { x.stop(); };",
    "const make = () => { const f = () => x.stop(); return f; };",
    "function make() { return () => x.stop(); }",
  ])("is a new one each time: `%s`", (make) => {
    expect(idsOf(program(make), rule)).toEqual(["discarded"]);
  });

  it.each([
    "const make = () => x.stop;",
    "const make = () => { if (x) return () => x.stop(); return () => x.go(); };",
    "const make = () => {};",
    "const make = x.make;",
    "let make = () => () => x.stop(); make = x.make;",
  ])("may be known to somebody: `%s`", (make) => {
    expect(idsOf(program(make), rule)).toEqual([]);
  });
});

describe("an object whose listener aborts its own controller", () => {
  const program = (members: string, beside = ""): string => `import { x } from "elsewhere";
export class Job {
  constructor(signal) { this.own = new AbortController(); signal.addEventListener("abort", () => this.own.abort()); }
  ${members}
}
${beside}`;

  it.each([
    ["close() { this.own.abort(); }", ""],
    ["_close() { this.own.abort(); }", "export const end = (job) => job._close();"],
    ["_close() { this.own.abort(); } go() { this._close(); }", ""],
    ["close_() { this.own.abort(); }", ""],
  ])("leaves it on the signal when it is ended by `%s` `%s`", (members, beside) => {
    expect(idsOf(program(members, beside), rule)).toEqual(["unreached"]);
  });

  it.each([
    ["_close() { this.own.abort(); }", ""],
    ["_close() { this.own.abort(); }", "export const end = _close;"],
    ["#close() { this.own.abort(); }", ""],
    ["private close() { this.own.abort(); }", ""],
    ["get signal() { return this.own.signal; }", ""],
  ])("is ended by nobody: `%s` `%s`", (members, beside) => {
    expect(idsOf(program(members, beside), rule)).toEqual([]);
  });
});
