import { describe, expect, it } from "vitest";
import { idsOf } from "./ids-of.ts";

/** While a listener is there, so are its signal and its function: a test of one of them is no way past the removal. */
describe("a removal behind a condition", () => {
  const program = (test: string): string => `export async function run(options, x) {
  const { signal } = options;
  const onAbort = () => x.stop();
  signal.addEventListener("abort", onAbort);
  try {
    await x.done();
  } finally {
    if (${test}) signal.removeEventListener("abort", onAbort);
  }
}`;

  it.each([
    "signal",
    "onAbort",
    "signal != null",
    "typeof onAbort === 'function'",
    "signal && onAbort",
    "x || signal",
    "options",
    "options.signal",
  ])("happens where it asks `%s`", (test) => {
    expect(idsOf(program(test), "no-leaked-abort-listener")).toEqual([]);
  });

  it.each(["x", "signal.other", "signal && x", "x.signal", "options.other", "!signal"])(
    "may not happen where it asks `%s`",
    (test) => {
      expect(idsOf(program(test), "no-leaked-abort-listener")).toEqual(["branch"]);
    },
  );
});
