import { describe, expect, it } from "vitest";
import { idsOf } from "./ids-of.ts";
import { withWaits } from "./with-waits.ts";

/** A listener that each turn of a loop leaves on a signal which is older than the turn, and where none does. */
const rule = "no-leaked-abort-listener";
describe("a loop", () => {
  const program = (loop: string): string =>
    withWaits(`export async function run(x, list) {
  const own = new AbortController();
  ${loop}
}`);

  it.each([
    "while (x.more) { WAIT(own.signal) }",
    "do { WAIT(own.signal) } while (x.more);",
    "for (;;) { WAIT(own.signal) }",
    "for await (const each of list) { WAIT(own.signal) }",
    "for (let i = 0; x.more; i++) { WAIT(own.signal) }",
    "for (let i = 0; i !== list.length; i++) { WAIT(own.signal) }",
    "for (let i = 0; i << list.length; i++) { WAIT(own.signal) }",
    "let i = 0; while (i < list.length) { i++; WAIT(own.signal) if (x.good) i = 0; }",
    "let i = 0; while (list.length > i) { i++; WAIT(own.signal) if (x.good) i = 0; }",
    "while (x.more) { const { signal } = own; WAIT(signal) }",
    "while (x.more) { const signal = own.signal; WAIT(signal) }",
    "while (x.more) { const signal = own.signal!; WAIT(signal!) }",
    "while (x.more) { const own = x.own; WAIT(own.signal) }",
    "while (x.more) { WAIT(own.signal) } own.abort();",
  ])("leaves one in each turn: `%s`", (loop) => {
    expect(idsOf(program(loop), rule)).toEqual(["settled"]);
  });

  it.each([
    "for (const each of list) { WAIT(own.signal) }",
    "for (const each in list) { WAIT(own.signal) }",
    "for (let i = 0; i < list.length; i++) { WAIT(own.signal) }",
    "for (let i = 0; i <= list.length; i++) { WAIT(own.signal) }",
    "for (let i = list.length; i > 0; i--) { WAIT(own.signal) }",
    "for (let i = list.length; i >= x.least; i--) { WAIT(own.signal) }",
    "let i = 0; while (i < list.length) { i++; WAIT(own.signal) }",
    "let i = 0; while (i < list.length) { i += 2; WAIT(own.signal) }",
    "let i; i = 0; while (i < list.length) { i++; WAIT(own.signal) }",
    "let i = 0; while (i < list.length) { i++; WAIT(own.signal) if (x.good) i = list.length; }",
    "let i = 0; while (i < list.length) { WAIT(own.signal) i = x.next(i); }",
    "WAIT(own.signal) while (x.more) await x.next();",
    "while (x.more) { WAIT(own.signal) break; }",
    "while (x.more) { const signal = x.signalOf(own); WAIT(signal) }",
    "while (x.more) { const own = new AbortController(); WAIT(own.signal) }",
  ])("leaves none that counts: `%s`", (loop) => {
    expect(idsOf(program(loop), rule)).toEqual([]);
  });
});

describe("a signal that is made before a loop", () => {
  const program = (loop: string, before: string): string =>
    withWaits(`export async function run(x, list) {
  ${before}
  ${loop}
}`);

  it.each([
    ["while (x.more) { own = new AbortController(); WAIT(own.signal) }", "let own = new AbortController();"],
    ["while (x.more) { WAIT(late) }", "const late = AbortSignal.timeout(99);"],
    ["while (x.more) { WAIT(late) }", "const given = AbortSignal.timeout(99); const late = given;"],
    ["while (x.more) { WAIT(late) }", "const late = AbortSignal.any([AbortSignal.timeout(99), x.signal]);"],
    ["while (x.more) { WAIT(own.signal) }", "const own = new AbortController(); setTimeout(() => own.abort(), 99);"],
    [
      "while (x.more) { WAIT(own.signal) }",
      "const own = new AbortController(); setTimeout(function () { own.abort(); }, 99);",
    ],
  ])("is replaced in it, or ends soon: `%s` `%s`", (loop, before) => {
    expect(idsOf(program(loop, before), rule)).toEqual([]);
  });

  it.each([
    ["while (x.more) { WAIT(own.signal) }", "let own = new AbortController(); own = new AbortController();"],
    ["while (x.more) { WAIT(own.signal) } own = undefined;", "let own = new AbortController();"],
    ["while (x.more) { WAIT(own.signal) }", "const own = new AbortController(); x.on('end', () => own.abort());"],
    ["while (x.more) { WAIT(own.signal) }", "const own = new AbortController(); const end = () => own.abort();"],
  ])("is older than a turn: `%s` `%s`", (loop, before) => {
    expect(idsOf(program(loop, before), rule)).toEqual(["settled"]);
  });
});

describe("a signal that a loop is given", () => {
  const program = (calls: string, params: string): string =>
    withWaits(`import { x } from "elsewhere";
async function run(${params}) {
  while (x.more) { WAIT(signal) }
}
${calls}`);

  it.each([
    ["run(AbortSignal.timeout(5));", "signal"],
    ["const late = AbortSignal.timeout(5); run(late);", "signal"],
    ["run(AbortSignal.timeout(5)); run(AbortSignal.timeout(6));", "signal"],
    ["run({ signal: AbortSignal.timeout(5) });", "{ signal }"],
    ["run(1, AbortSignal.timeout(5));", "id, signal"],
  ])("ends soon: `%s` `%s`", (calls, params) => {
    expect(idsOf(program(calls, params), rule)).toEqual([]);
  });

  it.each([
    ["run(x.signal);", "signal"],
    ["run(AbortSignal.timeout(5)); run(x.signal);", "signal"],
    ["run();", "signal"],
    ["", "signal"],
    ["export { run }; run(AbortSignal.timeout(5));", "signal"],
    ["run({ signal: x.signal });", "{ signal }"],
    ["run(AbortSignal.timeout(5), x.signal);", "id, signal"],
  ])("may be old: `%s` `%s`", (calls, params) => {
    expect(idsOf(program(calls, params), rule)).toEqual(["settled"]);
  });
});

describe("a function that listens", () => {
  const program = (body: string, calls: string): string =>
    withWaits(`async function step(x, signal) { ${body} }
export async function run(x, list) {
  const own = new AbortController();
  ${calls}
}`);

  it.each([
    ["WAIT(signal)", "while (x.more) await step(x, own.signal);"],
    ["WAIT(signal)", "for await (const each of list) await step(each, own.signal);"],
    ["WAIT(signal)", "while (x.more) { const { signal } = own; await step(x, signal); }"],
    ["WAIT(signal)", "const go = () => step(x, own.signal); while (x.more) await go();"],
    ["WAIT(signal)", "const go = (signal) => step(x, signal); while (x.more) await go(own.signal);"],
    ["const given = signal; WAIT(given)", "while (x.more) await step(x, own.signal);"],
  ])("is called in turns, and leaves a listener in each: `%s` `%s`", (body, calls) => {
    expect(idsOf(program(body, calls), rule)).toEqual(["settled"]);
  });

  it.each([
    ["WAIT(signal)", "await step(x, own.signal);"],
    ["WAIT(signal)", "for (const each of list) await step(each, own.signal);"],
    ["WAIT(signal)", "while (x.more) { const inner = new AbortController(); await step(x, inner.signal); }"],
    ["WAIT(signal)", "while (x.more) { await step(x, x.signal()); }"],
    ["WAIT(signal)", "const go = () => step(x, own.signal); await go();"],
    ["const given = x.of(signal); WAIT(given)", "while (x.more) await step(x, own.signal);"],
    ["signal = x.signal; WAIT(signal)", "while (x.more) await step(x, own.signal);"],
    ["if (x.again) await step(x, signal); WAIT(signal)", "await step(x, own.signal);"],
    [
      `const inner = new AbortController(); signal.addEventListener('abort', () => inner.abort());
return await x.work(inner.signal);`,
      "await step(x, own.signal);",
    ],
  ])("leaves none, or on a signal as young: `%s` `%s`", (body, calls) => {
    expect(idsOf(program(body, calls), rule)).toEqual([]);
  });

  it("leaves a listener that ends its own work", () => {
    expect(
      idsOf(
        program(
          `const inner = new AbortController(); signal.addEventListener('abort', () => inner.abort());
return await x.work(inner.signal);`,
          "while (x.more) await step(x, own.signal);",
        ),
        rule,
      ),
    ).toEqual(["discarded"]);
  });
});

describe("a member that is asked for one part after the other", () => {
  const program = (made: string): string =>
    withWaits(`export function run(x) {
  const own = new AbortController();
  ${made}
}`);

  it.each([
    "return { async next() { WAIT(own.signal) } };",
    "return { next: async () => { WAIT(own.signal) } };",
    "return { async next() { WAIT(own.signal) } } as unknown;",
    "return new ReadableStream({ async pull(c) { WAIT(own.signal) c.enqueue(1); } });",
    "return new TransformStream({ async transform(c) { WAIT(own.signal) c.enqueue(1); } });",
    "return new WritableStream({ async write(c) { WAIT(own.signal) } });",
  ])("leaves a listener for each part: `%s`", (made) => {
    expect(idsOf(program(made), rule)).toEqual(["settled"]);
  });

  it.each([
    "return { async stop() { WAIT(own.signal) } };",
    "x.use({ async next() { WAIT(own.signal) } });",
    "return { async [x.next]() { WAIT(own.signal) } };",
    "return { async next() { const own = new AbortController(); WAIT(own.signal) } };",
    "return new ReadableStream({ async start(c) { WAIT(own.signal) c.enqueue(1); } });",
    "return new ReadableStream({ async cancel() { WAIT(own.signal) } });",
    "return new WritableStream({ async close(c) { WAIT(own.signal) } });",
    "return new PullStream({ async pull(c) { WAIT(own.signal) } });",
    "return makeStream({ async pull(c) { WAIT(own.signal) } });",
    "return new ReadableStream({ async pullAll(c) { WAIT(own.signal) } });",
    "return new ReadableStream({ async repull(c) { WAIT(own.signal) } });",
  ])("is none that leaves one: `%s`", (made) => {
    expect(idsOf(program(made), rule)).toEqual([]);
  });
});
