import { afterAll, beforeAll, describe, expect, it } from "vitest";
import plugin from "../../src/index.ts";
import { countWork, type WorkCounter } from "./count-work.ts";
import { lintAll, lintStrictly } from "./lint-strictly.ts";
import { manyOfOne } from "../../scripts/hostile/shapes.mjs";
import { webs } from "../../scripts/hostile/webs.mjs";

/** The reports of this plugin; nobody can tell which of several rules sees a leak first. */
const own = (messages: readonly { readonly ruleId: string | null }[]): number =>
  messages.filter(({ ruleId }) => ruleId !== null && ruleId.startsWith("leaks/")).length;

let counter: WorkCounter;
beforeAll(async () => {
  counter = await countWork();
  // What happens once and never again.
  for (const { write } of Object.values(manyOfOne)) lintAll(write(2), "file.mjs");
  await counter.take();
});
afterAll(() => counter.stop());

/** How much more four times as many cost: 4 where the growth is even, 16 where it is the square. */
async function growth(lintOne: (n: number) => void): Promise<number> {
  lintOne(30);
  const small = await counter.take();
  lintOne(120);
  return (await counter.take()) / small;
}

describe("many of one thing, under all rules", () => {
  it.each(Object.entries(manyOfOne))(
    "%s: all are analysed, and cost about the same each",
    async (_, { write, leaks, isSquare }) => {
      const lintOne = (n: number): void => expect(own(lintStrictly(write(n), "file.mjs"))).toBe(leaks(n));
      expect(await growth(lintOne)).toBeLessThan(isSquare ? 16 : 6);
    },
  );
});

describe("webs of names and functions, under all rules", () => {
  it.each(Object.entries(webs))("%s: the analysis ends", async (_, { write, leaks }) => {
    const lintOne = (n: number): void => {
      const { messages, said } = lintAll(write(n), "file.mjs");
      expect(own(messages)).toBeLessThanOrEqual(leaks(n));
      expect(own(messages) + said.length).toBeGreaterThanOrEqual(leaks(n));
    };
    expect(await growth(lintOne)).toBeLessThan(16);
  });
});

it("every rule has a shape that leaks", () => {
  const messages = Object.values(manyOfOne).flatMap(({ write }) => lintAll(write(3), "file.mjs").messages);
  const missing = Object.keys(plugin.rules ?? {}).filter(
    (rule) => !messages.some((each) => each.ruleId?.endsWith(rule)),
  );
  expect(missing).toEqual([]);
});
