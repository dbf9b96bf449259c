import { describe, expect, it } from "vitest";
import { idsOf } from "./ids-of.ts";

/** A function that clears the timer of a promise once, and whose result says whether it did. */
const rule = "no-leaked-race-timer";

describe("what a function that clears gives", () => {
  const program = (clear: string, heard: string): string => `export function run(x, ms) {
  return new Promise((resolve, reject) => {
    let settled = false;
    const clear = () => { ${clear} };
    const timer = setTimeout(() => reject(new Error("late")), ms);
    x.on("answer", () => { ${heard} });
  });
}`;
  const latched = "if (settled) return false; settled = true; clearTimeout(timer); return true;";

  it.each([
    [latched, "if (!clear()) return; resolve();"],
    [latched, "if (clear()) resolve();"],
    [latched, "if (clear() && x) resolve();"],
    [latched, "clear(); resolve();"],
    ["if (settled) return; settled = true; clearTimeout(timer); return true;", "if (clear()) resolve();"],
    ["if (settled) return true; settled = true; clearTimeout(timer); return false;", "if (clear()) return; resolve();"],
    ["if (!x.open) return false; clearTimeout(timer); return true;", "if (clear()) resolve();"],
    [
      "try { if (settled) return false; settled = true; } finally { clearTimeout(timer); } return true;",
      "clear() && resolve();",
    ],
  ])("tells that it has cleared: `%s` `%s`", (clear, heard) => {
    expect(idsOf(program(clear, heard), rule)).toEqual([]);
  });

  it("tells that there was nothing to clear", () => {
    const lines = ["if (!x.open) return false; clearTimeout(timer); return true;", "if (!clear()) resolve();"] as const;
    expect(idsOf(program(...lines), rule)).toEqual(["resolved"]);
  });
});
