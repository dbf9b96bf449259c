import { describe, expect, it } from "vitest";
import { outcomesOf } from "./outcomes.ts";

const NOTHING = ["", "a", "ab", "b"];
const SAME = ["", "ab"];
const ALWAYS = ["ab"];
const NEVER = [""];

/** Which runs are possible behind these statements of `if (first) a(); if (second) b();`. */
function runsOf(before: string, first: string, second: string): string[] {
  return outcomesOf(`function f(x, y, o) { ${before} if (${first}) a(); if (${second}) b(); }`);
}

describe("a constant that is a test goes the way of that", () => {
  it.each([
    ["const t = x !== undefined;", "t", "x !== undefined"],
    ["const t = x !== undefined;", "x !== undefined", "t"],
    ["const t = !x;", "!t", "x"],
    ["const t = !!x;", "t", "x"],
    ["const t = Boolean(x);", "t", "x"],
    ["const t = (x as number) > 1;", "t", "x > 1"],
    ["const t = x && !y;", "x && !y", "t"],
    ["const t = !(x || y);", "!x && !y", "t"],
    ["const t = x || y;", "x || y", "t"],
    ["const t = o.a === 1;", "t", "o.a === 1"],
    ["const t = !x, u = !x;", "t", "u"],
    ["const s = { a: x }; const t = !s.a;", "!t", "s.a"],
  ])("%s %s, %s", (before, first, second) => {
    expect(runsOf(before, first, second)).toEqual(SAME);
  });

  it.each([
    ["const t = x && (y || o);", "t", "x && (y || o)"],
    ["const t = x > 1; x = y;", "t", "x > 1"],
    ["const t = o.a > 1; o.a = y;", "t", "o.a > 1"],
    ["let t = x > 1; t = y;", "t", "x > 1"],
    ["let z; const t = !z; z = y;", "!t", "z"],
    ["const s = { a: x }; const t = !s.a; s.a = y;", "!t", "s.a"],
  ])("but not %s %s, %s", (before, first, second) => {
    expect(runsOf(before, first, second)).toContain("b");
  });
});

describe("what is given the outcome of a test is that", () => {
  it.each([
    ["if (x) c(); let t = true; t = !x;", "!t", "x", ["", "abc"]],
    ["let t = false; if (!x) return; t = x != null;", "t", "x", ["", "ab"]],
    ["let t = false; t = x !== x;", "t", "t", SAME],
    ["let t = 1; t = !t;", "t", "t", NEVER],
    ["let t = 0; t = !t;", "t", "t", ALWAYS],
  ])("%s %s, %s", (before, first, second, runs) => {
    expect(runsOf(before, first, second)).toEqual(runs);
  });
});

describe("a member of an object that nobody else has is as good as a variable", () => {
  it.each([
    ["const s = { a: 0 }; s.a = 1;", "s.a", "s.a === 1", ALWAYS],
    ["const s = { a: 0 };", "s.a", "s.b", NEVER],
    ["const s = { a: 0 }; if (x) s.a = 1;", "s.a", "x", SAME],
    ["const s = { a: 0 }; s.a ||= 1;", "s.a", "s['a']", ALWAYS],
    ["const s = { a: 0 }; y.go = () => { s.a = 1; };", "s.a", "s.a", ["", "ab", "b"]],
  ])("%s %s, %s", (before, first, second, runs) => {
    expect(runsOf(before, first, second)).toEqual(runs);
  });

  it.each([
    ["const s = { a: 0 }; o(s);"],
    ["const s = { a: 0 }; s[x] = 1;"],
    ["const s = { a: 0 }; ({ a: s.a } = o);"],
    ["const s = { a: 0 }; for (s.a of o) y();"],
    ["const s = { a: 0, ...o };"],
    ["const s = { get a() { return x; } };"],
    ["const s = { __proto__: o };"],
    ["const s = { a: 0, b() { this.a = 1; } }; s.b();"],
    ["let s = { a: 0 }; s = o;"],
  ])("but not %s", (before) => {
    expect(runsOf(before, "s.a", "x")).toEqual(NOTHING);
  });
});
