import { describe, expect, it } from "vitest";
import { idsOf } from "./ids-of.ts";

const rule = "no-leaked-abort-listener";

describe("the options of a listener", () => {
  const program = (options: string): string => `export async function run(signal, given) {
  const own = new AbortController();
  const once = { once: true };
  const ended = { signal: given.signal };
  signal.addEventListener("abort", () => own.abort()${options});
  await given.work(own.signal);
}`;

  it.each([
    "",
    ", true",
    ", null",
    ", {}",
    ", { once: true }",
    ", { passive: true, capture: given.phase }",
    ", { once: true } as const",
    ", once",
  ])("leave it there as `%s`", (options) => {
    expect(idsOf(program(options), rule)).toEqual(["discarded"]);
  });

  it.each([
    ", { signal: given.signal }",
    ", { once: true, signal: given.signal }",
    ", { 'signal': given.signal }",
    ", { ...given }",
    ", { once: true, ...given }",
    ", ended",
    ", given",
    ", given.options",
    ", given.ready ? once : ended",
  ])("may take it away as `%s`", (options) => {
    expect(idsOf(program(options), rule)).toEqual([]);
  });
});

describe("the phase that a removal is for", () => {
  const program = (added: string, ...removed: string[]): string => `export async function run(signal, given) {
  const own = new AbortController();
  const capture = { capture: true };
  const stop = () => own.abort();
  signal.addEventListener("abort", stop${added});
  try {
    await given.work(own.signal);
  } finally {
    ${removed.map((options) => `signal.removeEventListener("abort", stop${options});`).join("\n    ")}
  }
}`;

  it.each([
    [", true", ""],
    [", true", ", false"],
    [", { capture: true }", ", {}"],
    [", { capture: true }", ", { once: true }"],
    [", { once: true, capture: true }", ", { capture: false }"],
    [", { once: true }", ", true"],
    ["", ", { capture: true }"],
    ["", ", capture"],
    ["", ", { 'capture': true }"],
  ])("is another one: `%s` and `%s`", (added, removed) => {
    expect(idsOf(program(added, removed), rule)).toEqual(["otherPhase"]);
  });

  it.each([
    ["", ""],
    ["", ", false"],
    ["", ", { once: true }"],
    ["", ", null"],
    [", true", ", true"],
    [", { capture: true }", ", true"],
    [", { once: true }", ", { capture: false }"],
    [", capture", ", capture"],
  ])("is the same: `%s` and `%s`", (added, removed) => {
    expect(idsOf(program(added, removed), rule)).toEqual([]);
  });

  it.each([
    ["", ", given.options"],
    ["", ", { capture: given.phase }"],
    ["", ", { capture: true, ...given }"],
    [", { capture: given.phase }", ""],
    [", { capture: given.phase }", ", true"],
  ])("may be the same: `%s` and `%s`", (added, removed) => {
    expect(idsOf(program(added, removed), rule)).toEqual([]);
  });

  it("is another one only if it is so in all removals", () => {
    expect(idsOf(program(", true", "", ", false"), rule)).toEqual(["otherPhase"]);
    expect(idsOf(program(", true", "", ", true"), rule)).toEqual([]);
  });
});

describe("what looks like a listener for an abort", () => {
  const program = (line: string): string => `import { addAbortListener } from "node:events";
export async function run(signal, x) {
  const own = new AbortController();
  const stop = () => own.abort();
  ${line}
  await x.work(own.signal);
}`;

  it.each([
    "signal.addEventListener('abort', stop);",
    "signal?.addEventListener('abort', stop);",
    "(signal as AbortSignal).addEventListener('abort', stop);",
    "x.signal /* addEventListener */ .addEventListener('abort', stop);",
    "addAbortListener(signal, stop);",
  ])("is one: `%s`", (line) => {
    expect(idsOf(program(line), rule)).toHaveLength(1);
  });

  it.each([
    "addEventListener('abort', stop);",
    "signal.addEventListener('error', stop);",
    "signal.addEventListener('abort');",
    "signal.addEventListener(x.abort, stop);",
    "signal.addEventListener(...stop);",
    "signal.on('abort', stop);",
    "x.bind(signal.addEventListener);",
    "signal.addEventListener.call('abort', stop);",
    "addAbortListener(...signal);",
    "addAbortListener(...signal, stop);",
    "addAbortListener();",
    "x.upload.addEventListener('abort', stop);",
  ])("is none that is known: `%s`", (line) => {
    expect(idsOf(program(line), rule)).toEqual([]);
  });
});
