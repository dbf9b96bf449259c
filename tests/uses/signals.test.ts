import { describe, expect, it } from "vitest";
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
    "unknown(given)",
  ])("may end with the call as `%s`", (signal) => {
    expect(idsOf(program(signal), "no-leaked-abort-listener")).toEqual([]);
  });
});

describe("a signal that a function is given", () => {
  const listens = "const own = new AbortController(); signal.addEventListener('abort', () => own.abort()); ";
  const body = `{ ${listens} await outer.work(own.signal); }`;
  const program = (text: string): string => `import { outer } from "elsewhere"; ${text}`;

  it.each([
    `export async function run(signal) ${body}`,
    `export default async function (signal) ${body}`,
    `export const run = async (signal) => ${body}; run(AbortSignal.timeout(5));`,
    `export async function run({ signal = outer.signal }) ${body}`,
    `export const api = { async run(signal) ${body} };`,
    `async function run(signal) ${body} run(outer.signal);`,
    `async function run(x, signal = outer.signal) ${body} run(1, outer.signal);`,
    `async function run({ signal = outer.signal } = {}) ${body} run({ signal: outer.signal });`,
    `async function run({ given: signal }) ${body} run({ signal: 1, given: outer.signal });`,
    `async function run({ signal }) ${body} run({ ...outer });`,
    `async function run({ signal }) ${body} run(outer.options);`,
    `async function run(signal) ${body} run(AbortSignal.timeout(5)); run(outer.signal);`,
    `const run = async (signal) => ${body}; run(outer.signal);`,
    `const run = (async (signal) => ${body}) as () => void; run(outer.signal);`,
    `(async (signal) => ${body})(outer.signal);`,
    `export async function run() { outer.signals.forEach((signal) => { ${listens} }); await outer.work(); }`,
    `async function run(signals) { for (const signal of signals) ${body} } run(outer.signals);`,
  ])("is from outside: `%s`", (text) => {
    expect(idsOf(program(text), "no-leaked-abort-listener")).toEqual(["discarded"]);
  });

  it.each([
    `async function run(signal) ${body} run(AbortSignal.timeout(5));`,
    `async function run(signal) ${body} run();`,
    `const run = async (signal) => ${body}; run(AbortSignal.timeout(5));`,
    `async function run({ signal }) ${body} run({ signal: AbortSignal.timeout(5), other: outer.signal });`,
    `async function run({ signal = undefined }) ${body} run({ signal: AbortSignal.timeout(5) });`,
    `async function run(x, signal) ${body} run(outer.signal, AbortSignal.timeout(5));`,
    `(async (signal) => ${body})(AbortSignal.timeout(5));`,
    `outer.handle(async (signal) => ${body});`,
    `outer.handle((async (signal) => ${body}) as () => void);`,
    `outer.handle({ run: async (signal) => ${body} });`,
    `outer.handle({ async run(signal) ${body} });`,
    `new outer.Job(async (signal) => ${body});`,
    `export async function run({ signal }: RequestContext) ${body}`,
    `export async function run({ signal = outer.signal }: RequestContext) ${body}`,
    `export async function run(context: RequestContext) ${body.replace("signal.", "context.signal.")}`,
    `try { outer(); } catch (signal) ${body}`,
  ])("may be of one call: `%s`", (text) => {
    expect(idsOf(program(text), "no-leaked-abort-listener")).toEqual([]);
  });
});

describe("a signal that an object keeps", () => {
  const listens = "const own = new AbortController(); this.signal.addEventListener('abort', () => own.abort()); ";
  const program = (members: string): string => `import { outer } from "elsewhere";
export class Job { ${members} async run() { ${listens} await outer.work(own.signal); } }`;

  it.each([
    "constructor(signal) { this.signal = signal; }",
    "constructor({ signal }) { this.signal = signal; }",
    "constructor(options) { this.signal = options.signal ?? outer.signal; }",
    "constructor(private readonly signal) {}",
    "signal = outer.signal;",
  ])("is from outside: `%s`", (members) => {
    expect(idsOf(program(members), "no-leaked-abort-listener")).toEqual(["discarded"]);
  });

  it.each([
    "signal = new AbortController().signal;",
    "constructor() { this.signal = new AbortController().signal; }",
    "constructor(private readonly signal) {} open(signal) { this.signal = signal; }",
    "constructor(request: Request) { this.signal = request.signal; }",
    "get signal() { return outer.signal; }",
    "signal;",
    "",
  ])("may end with it: `%s`", (members) => {
    expect(idsOf(program(members), "no-leaked-abort-listener")).toEqual([]);
  });
});
