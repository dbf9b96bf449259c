import { describe, expect, it } from "vitest";
import { lint } from "../rules/lint.ts";
import { idsOf } from "./ids-of.ts";

const rule = "no-leaked-abort-listener";

describe("a listener that is added where it was meant to be removed", () => {
  const add = 'signal.addEventListener("abort", onAbort);';
  const program = (lines: string): string => `export function run(x, other) {
  const { signal } = new AbortController();
  const onAbort = () => x.go();
  ${add}
  ${lines}
}`;

  it.each([
    `function cleanup() { ${add} }`,
    `const dispose = () => { ${add} };`,
    `const dispose = function () { if (x) ${add} };`,
    `let end; end = () => { ${add} };`,
    `return { close() { ${add} } };`,
    `return { destroy: () => { ${add} } };`,
    `x(class { disconnect() { ${add} } });`,
    `x(function unsubscribe() { ${add} });`,
    "const stop = () => signal!.addEventListener('abort', onAbort);",
  ])("is told of: `%s`", (lines) => {
    expect(idsOf(program(lines), rule)).toEqual(["addedAgain"]);
  });

  it.each([
    `function open() { ${add} }`,
    `const { dispose = () => { ${add} } } = x;`,
    `x(() => { ${add} });`,
    `return { ["close"]() { ${add} } };`,
    add,
    `function cleanup() { other.signal.addEventListener("abort", onAbort); }`,
    `function cleanup() { signal.addEventListener("abort", () => x.go()); }`,
    `function cleanup() { ${add} signal.removeEventListener("abort", onAbort); }`,
  ])("may be meant: `%s`", (lines) => {
    expect(idsOf(program(lines), rule)).toEqual([]);
  });

  it("may be meant where it was not added before", () => {
    expect(idsOf(program(`function cleanup() { ${add} ${add} }`).replace(add, ""), rule)).toEqual([]);
    const itself = "const stop = () => { signal.addEventListener('abort', stop); };";
    expect(idsOf(program(`${itself} signal.addEventListener('abort', stop);`), rule)).toEqual([]);
  });
});

describe("a removal that names another function", () => {
  const program = (removal: string, added = "() => own.abort()"): string =>
    `export async function run(signal, x, other) {
  const own = new AbortController();
  const stop = () => own.abort();
  signal.addEventListener("abort", ${added});
  await x.go(own.signal);
  ${removal}
}`;

  it.each([
    "signal.removeEventListener('abort', () => own.abort());",
    "signal.removeEventListener('abort', () => x.go());",
    "signal!.removeEventListener('abort', function () { own.abort(); });",
    "signal.removeEventListener('abort', own.abort.bind(own));",
    "signal.removeEventListener('abort', (() => own.abort()) as () => void);",
  ])("is shown: `%s`", (removal) => {
    const [message] = lint(program(removal), { rule });
    expect(message?.messageId).toBe("otherFunction");
    expect(message?.message).toContain("line 6");
  });

  it.each([
    "signal.removeEventListener('abort', own.abort);",
    "signal.removeEventListener('abort', stop);",
    "signal.removeEventListener('abort', x.make());",
    "signal.removeEventListener('error', () => own.abort());",
    "other.removeEventListener('abort', () => own.abort());",
  ])("is not a new function in `%s`", (removal) => {
    expect(idsOf(program(removal), rule)).toEqual(["discarded"]);
  });

  it("may stand in another function, if it looks the same", () => {
    const elsewhere = (listener: string): string =>
      `${program("")} export function end(signal, own) { signal.removeEventListener("abort", ${listener}); }`;
    expect(idsOf(elsewhere("() => own.abort()"), rule)).toEqual(["otherFunction"]);
    expect(idsOf(elsewhere("() => own.stop()"), rule)).toEqual(["discarded"]);
  });

  it("is not looked for where the listener is removed", () => {
    const removal = "signal.removeEventListener('abort', () => {}); signal.removeEventListener('abort', stop);";
    expect(idsOf(program(`if (x) { ${removal} }`, "stop"), rule)).toEqual(["branch"]);
  });
});
