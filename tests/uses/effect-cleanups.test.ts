import { describe, expect, it } from "vitest";
import { idsOf } from "./ids-of.ts";

/** What the cleanup of an effect asks before it clears: of the timer, or of something that says nothing of it. */
describe("a cleanup that clears on a condition", () => {
  const reported = (cleanup: string, effect = "", before = ""): unknown =>
    idsOf(
      `import { useEffect } from "react";
export function View({ on, off, x }) {
  ${before}
  useEffect(() => {
    const t = setInterval(x, 9);
    ${effect}
    return () => { ${cleanup} };
  }, [on]);
}`,
      "no-leaked-timer",
    );

  it.each([
    "if (on) clearInterval(t);",
    "if (on && off) clearInterval(t);",
    "if (on === off) clearInterval(t);",
    "if (t && on) clearInterval(t);",
    "on && clearInterval(t);",
    "if (!on) return; clearInterval(t);",
  ])("passes by the timer: `%s`", (cleanup) => {
    expect(reported(cleanup)).toEqual(["branch"]);
  });

  it("is the same where the cleanup has a name", () => {
    const named = reported("", "const end = () => { if (on) clearInterval(t); }; return end;");
    expect(named).toEqual(["branch"]);
  });

  it.each([
    ["clearInterval(t);", "", ""],
    ["if (t) clearInterval(t);", "", ""],
    ["if (t.on) clearInterval(t);", "", ""],
    ["if (on.value) clearInterval(t);", "", ""],
    ["if (x.on) clearInterval(t);", "", ""],
    ["if (x === on) clearInterval(t);", "", ""],
    ["if (on) x(t);", "", ""],
    ["if (on) x(() => clearInterval(t));", "", ""],
    ["if (on) clearInterval(t);", "x(on);", ""],
    ["if (on === off) clearInterval(t);", "x(off);", ""],
    ["if (go) clearInterval(t);", "", "let go = on; go = off;"],
    ["if (elsewhere) clearInterval(t);", "", ""],
  ])("may know that there is none: `%s` `%s` `%s`", (cleanup, effect, before) => {
    expect(reported(cleanup, effect, before)).toEqual([]);
  });
});
