import { describe, expect, it } from "vitest";
import { idsOf } from "./ids-of.ts";

const rule = "no-leaked-abort-listener";

describe("a handler that is set again", () => {
  const program = (between: string, second = "signal.onabort = () => x.go();"): string =>
    `export async function run(signal, other, x) {
  signal.onabort = () => x.stop();
  ${between}
  ${second}
  await x.done();
}`;

  it.each([
    "",
    "x();",
    "x.onerror = null;",
    "x.onclose = null;",
    "x.then(async () => await x());",
    "function go() { return x; }",
    "x = 1;",
    "if (x) x();",
    "for (const each of x) each();",
    "x.dispatch(signal);",
    "x.aborted();",
    "x.reabort();",
    "x.al = 1;",
  ])("is lost behind `%s`", (between) => {
    expect(idsOf(program(between), rule)).toEqual(["replaced"]);
  });

  it.each([
    "await x();",
    "for await (const each of x) each();",
    "yield x;",
    "if (x) return;",
    "if (x) throw x;",
    "for (const each of x) if (each) return;",
    "x.abort();",
    "abort();",
    "signal.dispatchEvent(x);",
    "x(signal.onabort);",
    "const { onabort } = signal;",
    "signal.onabort = null;",
    "signal.onabort = undefined;",
    "signal = other;",
  ])("may have been called by `%s`", (between) => {
    const text = program(between);
    expect(idsOf(between.startsWith("yield") ? text.replace("function", "function*") : text, rule)).toEqual([]);
  });

  it.each([
    "signal.onabort = x;",
    "signal.onabort = x.go;",
    "signal['onabort'] = x.go;",
    "signal!.onabort = x.go;",
    "signal.onabort = function () {};",
    "signal.onabort = () => signal.other;",
  ])("is replaced by `%s`", (second) => {
    expect(idsOf(program("", second), rule)).toEqual(["replaced"]);
  });

  it.each([
    "signal.onabort = null;",
    "signal.onabort = undefined;",
    "signal.onabort ??= x.go;",
    "signal.onabort = await x();",
    "signal.onabort = x.wrap(signal.onabort);",
    "other.onabort = x.go;",
    "if (x) signal.onabort = x.go;",
    "x.go = signal.onabort;",
    "x(signal.onabort = x.go);",
    "signal.onerror = x.go;",
  ])("is not replaced by `%s`", (second) => {
    expect(idsOf(program("", second), rule)).toEqual([]);
  });

  it.each(["signal", "x.signal", "abortable", "x.cancel"])("is one of `%s`", (signal) => {
    expect(idsOf(program("").replaceAll(/signal(?=\.)/g, signal), rule)).toEqual(["replaced"]);
  });

  it.each(["x", "x.upload", "other"])("is no handler for an abort on `%s`, which may be no signal", (object) => {
    expect(idsOf(program("").replaceAll(/signal(?=\.)/g, object), rule)).toEqual([]);
  });

  it("is one of another signal when what the signal belongs to changes", () => {
    const ofMember = (between: string): string => program(between).replaceAll(/(?<!\.)signal(?=\.)/g, "x.signal");
    expect(idsOf(ofMember("other = x;"), rule)).toEqual(["replaced"]);
    expect(idsOf(ofMember("x = other;"), rule)).toEqual([]);
    expect(idsOf(ofMember("x.signal = other;"), rule)).toEqual([]);
  });

  it("is looked for in every list of statements", () => {
    const sets = "signal.onabort = () => x(); signal.onabort = () => x();";
    expect(idsOf(sets, rule)).toEqual(["replaced"]);
    expect(idsOf(`switch (x) { case 1: ${sets} }`, rule)).toEqual(["replaced"]);
    expect(idsOf(`class A { static { ${sets} } }`, rule)).toEqual(["replaced"]);
    expect(idsOf(`if (x) signal.onabort = () => x(); else signal.onabort = () => x();`, rule)).toEqual([]);
    expect(idsOf("const a = (signal.onabort = () => x(), signal.onabort = () => x());", rule)).toEqual([]);
  });
});

describe("a name that says that something is a signal", () => {
  const program = (head: string): string => `import { x } from "elsewhere";
export async function run(${head}
  up.onabort = () => x.stop();
  up.onabort = () => x.go();
}`;

  it.each([
    "up: AbortSignal) {",
    "x) { const up = x.signal;",
    "x) { const up = x.controller.abortable;",
    "x) { const up: AbortSignal = x();",
    "signals) { for (const up of signals) {} for (const up of signals) { up.onabort = x.a; up.onabort = x.b; }",
  ])("is beside the name: `%s`", (head) => {
    expect(idsOf(program(head), rule)).toContain("replaced");
  });

  it.each([
    "up) {",
    "up: XMLHttpRequestUpload) {",
    "x) { const up = x.upload;",
    "x) { let up = x.signal; up = x.other;",
    "signals) { const up = x(); x(signals);",
    "{ up }: { up: AbortSignal }) {",
    "signals) { for (const up in signals) { up.onabort = x.a; up.onabort = x.b; }",
  ])("is not: `%s`", (head) => {
    expect(idsOf(program(head), rule)).toEqual([]);
  });
});
