import { describe, expect, it } from "vitest";
import plugin from "../../src/index.ts";
import { lint } from "./lint.ts";

const rule = "no-race-in-loop";

/** A loop that asks for the end, and waits. */
const loop = (wait: string, before = "", asks = "!signal.aborted"): string =>
  `export async function f(signal, ctx, next, sleep) {
  ${before}
  while (${asks}) {
    ${wait}
  }
}`;

function titles(source: string): string[] {
  const [report, ...more] = lint(source, { rule });
  expect(more).toEqual([]);
  return (report!.suggestions ?? []).map(({ desc }) => desc.split(":")[0]!);
}

describe("no-race-in-loop suggests", () => {
  it.each([
    ["once in the race", loop('await Promise.race([once(signal, "abort"), next()]);'), ["Listen anew in each turn"]],
    ["a context and a sleep", loop("await Promise.race([ctx.done(), sleep(9)]);"), ["Wait for `sleep(9)` alone"]],
  ])("something for %s", (_name, source, expected) => {
    expect(titles(source).map((title) => title.split(",")[0])).toEqual(expected);
  });

  it.each([
    ["a result that is used", loop("if (await Promise.race([ctx.done(), sleep(9)])) return;")],
    ["what it is raced with is no sleep", loop("await Promise.race([ctx.done(), next()]);")],
    ["more than one is left", loop("await Promise.race([ctx.done(), sleep(9), next()]);")],
    ["the loop does not ask", loop("await Promise.race([ctx.done(), sleep(9)]);", "", "true")],
    ["the end may be a rejection", loop("await Promise.race([ctx.closed(), sleep(9)]);")],
    ["a constant of the turn", loop("const over = ctx.done(); await Promise.race([over, sleep(9)]);")],
    [
      "a promise with another use",
      loop("await Promise.race([over, next()]);", 'const over = once(signal, "abort"); over.then(next);'),
    ],
    [
      "a kept promise, and a loop that does not ask",
      loop("await Promise.race([over, next()]);", 'const over = once(signal, "abort");', "true"),
    ],
    ["no place for a statement", loop('while (await Promise.race([once(signal, "abort"), next()])) next();')],
    ["a helper of others", loop("await Promise.race([waitForAbort(signal), next()]);")],
  ])("nothing where: %s", (_name, source) => {
    expect(titles(source)).toEqual([]);
  });
});

const guess = loop("await Promise.race([other, next()]);").replace("signal, ctx", "signal, other");

describe("causes", () => {
  it("`unknown` is in `strict` alone", () => {
    const reports = (preset: "recommended" | "strict"): number =>
      lint(guess, { config: plugin.configs[preset] }).filter(({ ruleId }) => ruleId === `leaks/${rule}`).length;
    expect(reports("recommended")).toBe(0);
    expect(reports("strict")).toBe(1);
  });

  it.each([
    ["done", "await Promise.race([ctx.done(), next()]);"],
    ["once", 'await Promise.race([once(signal, "abort"), next()]);'],
    ["field", "await Promise.race([signal.closed, next()]);"],
    ["unknown", "await Promise.race([ctx, next()]);"],
  ])("`%s` is what is reported, and nothing else", (cause, wait) => {
    for (const other of ["done", "once", "deferred", "field", "module", "parameter", "unknown"]) {
      const reports = lint(loop(wait), { rule, options: { causes: [other] } });
      expect(reports, other).toHaveLength(other === cause ? 1 : 0);
    }
  });
});
