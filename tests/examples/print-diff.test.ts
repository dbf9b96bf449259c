import { expect, it } from "vitest";
import { describeDiff } from "../../scripts/demo/print-diff.mjs";

const before = "one\ntwo\nthree\nfour\nfive\nsix\nseven\n";

it("shows what goes and what comes, with two lines around", () => {
  expect(describeDiff(before, before.replace("four", "4"))).toEqual([
    "lines 2 to 6",
    "  two",
    "  three",
    "- four",
    "+ 4",
    "  five",
    "  six",
  ]);
});

it("says nothing of a missing line feed at the end", () => {
  expect(describeDiff("one", "two")).toEqual(["lines 1 to 1", "- one", "+ two"]);
});

it("shows nothing where nothing differs", () => {
  expect(describeDiff(before, before)).toEqual([]);
});
