import { expect, it } from "vitest";
import { findDoubts } from "../../scripts/demo/judge.mjs";

const nothing = { timers: 0, listeners: 0, children: 0 };
const leaking = { aliveMs: 3000, held: { timers: 1, listeners: 1, children: 0 }, output: "done\n" };
const corrected = { aliveMs: 2, held: nothing, output: "done\n" };

it("takes a program that holds more and lives longer as proof", () => {
  expect(findDoubts(leaking, corrected)).toEqual([]);
});

it("takes listeners alone as proof: they hold memory, not the process", () => {
  expect(findDoubts({ ...leaking, aliveMs: 1, held: { ...nothing, listeners: 1000 } }, corrected)).toEqual([]);
});

it.each([
  { leaks: { held: nothing }, doubt: "the leaking program holds nothing" },
  { fixed: { held: leaking.held }, doubt: "the corrected program still holds something" },
  { leaks: { aliveMs: 1 }, doubt: "the leaking program has timers and does not live longer" },
  { fixed: { output: "other\n" }, doubt: "the two programs print different things" },
])("is not convinced when $doubt", ({ leaks, fixed, doubt }) => {
  expect(findDoubts({ ...leaking, ...leaks }, { ...corrected, ...fixed })).toEqual([doubt]);
});
