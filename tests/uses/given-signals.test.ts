import { describe, expect, it } from "vitest";
import { lint } from "../rules/lint.ts";
import { idsOf } from "./ids-of.ts";

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
    `outer.handle({ deep: { run: async (signal) => ${body} } });`,
    `async function run({ signal }) ${body} run({ signal: AbortSignal.timeout(5), ...outer.other() });`,
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

it("a component makes a signal for each call of what it is given", () => {
  const listens = "const own = new AbortController(); signal.addEventListener('abort', () => own.abort()); ";
  const run = `async (signal) => { ${listens} await outer.work(own.signal); }`;
  const ids = (text: string): number => lint(text, { rule: "no-leaked-abort-listener", file: "file.tsx" }).length;
  expect(ids(`import { outer } from "elsewhere"; export const App = () => <Button run={${run}} />;`)).toBe(0);
  expect(ids(`import { outer } from "elsewhere"; export const run = ${run};`)).toBe(1);
});
