import { describe, expect, it } from "vitest";
import { idsOf } from "./ids-of.ts";

describe("the function that listens", () => {
  const program = (use: string): string => `export async function run(signal, x) {
  const onAbort = () => x.stop();
  signal.addEventListener("abort", onAbort);
  ${use}
  await x.done();
}`;

  it.each([
    "onAbort();",
    "if (signal.aborted) onAbort();",
    "x.call(onAbort);",
    "x.addEventListener('error', onAbort);",
    "x.removeListener('error', onAbort);",
    "signal.removeEventListener('error', onAbort);",
    "typeof onAbort;",
  ])("stays where it was beside `%s`", (use) => {
    expect(idsOf(program(use), "no-leaked-abort-listener")).toHaveLength(1);
  });

  it.each([
    "signal.removeEventListener('abort', onAbort); x = 1;",
    "new Remover(onAbort);",
    "x.go = { onAbort };",
    "x.go = [onAbort];",
    "if (x.ready) return onAbort;",
    "x.go(() => onAbort);",
    "x.go = class { f = onAbort; };",
    "x.go = onAbort;",
    "const go = onAbort;",
    "const { go = onAbort } = x;",
    "x.go(...onAbort);",
    "x.go(signal, onAbort);",
    "x.register(onAbort);",
    "x.register(x.go ? onAbort : x);",
    "x.register(x.go || onAbort);",
    "x.off('abort', onAbort);",
  ])("may be removed by `%s`", (use) => {
    expect(idsOf(program(use), "no-leaked-abort-listener")).toEqual([]);
  });
});
