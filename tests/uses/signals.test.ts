import { describe, expect, it } from "vitest";
import { lint } from "../rules/lint.ts";
import { idsOf } from "./ids-of.ts";

describe("a signal that is listened to", () => {
  const program = (signal: string): string => `import { imported, outer } from "elsewhere";
const ofModule = new AbortController();
export async function run(given, options, request, x) {
  const local = new AbortController();
  const composed = AbortSignal.any([given]);
  let changed = given;
  if (x) changed = new AbortController().signal;
  let made = options;
  if (x) made = new AbortController();
  const { inner, ...rest } = options;
  const { signal: completed } = ensureOptions(options);
  const signal = ${signal};
  signal.addEventListener("abort", () => x.stop());
  await x.done();
}`;

  it.each([
    "given",
    "given!",
    "(given as AbortSignal)",
    "imported",
    "outer.signal",
    "options.signal",
    "options.deep.signal",
    "options?.signal",
    "options['signal']",
    "inner",
    "rest.signal",
    "given ?? local.signal",
    "local.signal || given",
    "x ? given : local.signal",
    "x ? local.signal : given",
    "[given].filter(Boolean)[0]",
    "[...options][0]",
    "[local.signal, given][1]",
    "({ ...options }).signal",
    "ofModule.signal",
    "ensureOptions(local, options).signal",
    "completed",
    "changed",
  ])("is from outside as `%s`", (signal) => {
    expect(idsOf(program(signal), "no-leaked-abort-listener")).toHaveLength(1);
  });

  it.each([
    "local.signal",
    "new AbortController().signal",
    "AbortSignal.timeout(5)",
    "AbortSignal.any([local.signal])",
    "AbortSignal.any([given])",
    "AbortSignal.other([given])",
    "composed",
    "made.signal",
    "request.signal",
    "options.request.signal",
    "x()",
    "x().signal",
    "options[x]",
    "({ signal: given }).other",
    "(given, x())",
    "other.any([given])",
    "options.filtered(given).signal",
    "unknown(given)",
  ])("may end with the call as `%s`", (signal) => {
    expect(idsOf(program(signal), "no-leaked-abort-listener")).toEqual([]);
  });
});

describe("a signal that is composed of others", () => {
  const program = (signal: string): string => `export async function run(given, x) {
  const local = new AbortController();
  const signal = ${signal};
  signal.addEventListener("abort", () => x.stop());
  await x.done();
}`;
  const reportsOf = (text: string): number =>
    lint(text, { rule: "no-leaked-abort-listener", options: { composed: true } }).length;

  it.each([
    "AbortSignal.any([given])",
    "AbortSignal.any([local.signal, given])",
    "AbortSignal.any([...given])",
    "AbortSignal.any(given)",
    "x() ? AbortSignal.any([given]) : local.signal",
    "local.signal ?? AbortSignal.any([given])",
  ])("is held by them: `%s`", (signal) => {
    expect(reportsOf(program(signal))).toBe(1);
  });

  it.each([
    "AbortSignal.any([local.signal])",
    "AbortSignal.any()",
    "AbortSignal.timeout(given)",
    "AbortSignal.other([given])",
    "x.any([given])",
    "x.AbortSignal.any([given])",
    "AbortSignal.any([AbortSignal.any([given])])",
  ])("is not, as far as is known: `%s`", (signal) => {
    expect(reportsOf(program(signal))).toBe(0);
  });
});
