import { describe, expect, it } from "vitest";
import { outcomesOf } from "./outcomes.ts";

const NOTHING = ["", "a", "ab", "b"];
const SAME = ["", "ab"];
const OPPOSITE = ["a", "b"];

/** Which runs of `if (first) a(); if (second) b();` are possible. */
function runsOf(first: string, second: string): string[] {
  return outcomesOf(`function f(x, y, o) { if (${first}) a(); if (${second}) b(); }`);
}

describe("two tests of one condition go the same way", () => {
  it.each([
    ["x", "!!x"],
    ["x", "Boolean(x)"],
    ["x", "x!"],
    ["x", "(x as string)"],
    ["x === null", "null === x"],
    ["x == null", "x == undefined"],
    ["x === undefined", "x === void 0"],
    ["x === undefined", "!(x !== undefined)"],
    ["x === true", "!(x !== true)"],
    ["x === 1", "1 === x"],
    ["x === -1", "x === -1"],
    ["x === 1n", "x === 1n"],
    ["x === 'a'", "x === `a`"],
    ["typeof x === 'function'", "'function' === typeof x"],
    ["typeof x == 'string'", "typeof x == 'string'"],
    ["x === y", "y === x"],
    ["x > 1", "x > 1"],
    ["x < y", "x < y"],
    ["x instanceof y", "x instanceof y"],
    ["x instanceof Error", "x instanceof Error"],
    ["'key' in x", "'key' in x"],
    ["o.a", "o.a"],
    ["o.a", "o?.a"],
    ["o.a.b", "o.a!.b"],
    ["o['a']", "o.a"],
    ["this.a", "this.a"],
    ["o.a === null", "o.a === null"],
    ["o.a > 3", "o.a > 3"],
    ["x && y", "x && y"],
    ["x || y", "!(!x && !y)"],
    ["x ? y : o", "x ? y : o"],
  ])("%s, %s", (first, second) => {
    expect(runsOf(first, second)).toEqual(SAME);
  });
});

describe("two tests that are never both so, and never both not", () => {
  it.each([
    ["x", "!x"],
    ["x === null", "x !== null"],
    ["x == null", "x != undefined"],
    ["x === 1", "x !== 1"],
    ["typeof x === 'string'", "typeof x !== 'string'"],
    ["o.a", "!o?.a"],
    ["x === y", "y !== x"],
  ])("%s, %s", (first, second) => {
    expect(runsOf(first, second)).toEqual(OPPOSITE);
  });
});

describe("one test says something about the other", () => {
  it.each([
    ["x === null", "x == null", ["", "ab", "b"]],
    ["x === null", "x === undefined", ["", "a", "b"]],
    ["x === null", "x", ["", "a", "b"]],
    ["x == null", "x", ["", "a", "b"]],
    ["x === false", "x", ["", "a", "b"]],
    ["x === true", "x", ["", "ab", "b"]],
    ["x !== undefined", "x", ["", "a", "ab"]],
    ["x && y", "x", ["", "ab", "b"]],
    ["x || y", "x", ["", "a", "ab"]],
  ])("%s, %s", (first, second, runs) => {
    expect(runsOf(first, second)).toEqual(runs);
  });
});

describe("two tests that say nothing about each other", () => {
  it.each([
    ["x", "y"],
    ["x", "o.x"],
    ["x()", "x()"],
    ["o.a()", "o.a()"],
    ["x()", "!x()"],
    ["await x", "await x"],
    ["o[x]", "o[x]"],
    ["o.a", "o.b"],
    ["o.a.b", "o.b"],
    ["x.a", "y.a"],
    ["x === 1", "x === 2"],
    ["x === 1", "x === '1'"],
    ["x === 1", "x === 1n"],
    ["x === 'a'", "y === 'a'"],
    ["x === {}", "x === {}"],
    ["x > 1", "x > 2"],
    ["x < y", "y < x"],
    ["x > f()", "x > f()"],
    ["typeof x === 'string'", "x === 'string'"],
    ["Boolean(x, y())", "Boolean(y)"],
    ["x++", "x++"],
    ["x = y", "x"],
    ["`${x}`", "`${x}`"],
  ])("%s, %s", (first, second) => {
    expect(outcomesOf(`async function f(x, y, o) { if (${first}) a(); if (${second}) b(); }`)).toEqual(NOTHING);
  });
});

describe("loose comparison converts: it is another question than the strict one", () => {
  it.each([
    ["x == 0", "x === 0"],
    ["x == true", "x === true"],
    ["x == false", "!x"],
    ["x == 1", "x == '1'"],
    ["x == y", "x === y"],
  ])("%s, %s", (first, second) => {
    expect(runsOf(first, second)).toEqual(expect.arrayContaining(["", "a", "ab"]));
  });

  it("of what was assigned, too", () => {
    const assigned = (test: string): string =>
      `function f(g) { let x = 1; if (g()) x = 2; if (x == ${test}) a(); else b(); }`;
    expect(outcomesOf(assigned("'1'"))).toEqual(["a", "b"]);
    expect(outcomesOf(assigned("true"))).toEqual(["a", "b"]);
  });
});

describe("members are told apart by their whole path", () => {
  it.each([
    ["o.a.b", "o['a.b']"],
    ["this.a.b", "this['a.b']"],
    ["o['x === string a']", "o.x === 'a'"],
  ])("%s, %s", (first, second) => {
    expect(runsOf(first, second)).toEqual(NOTHING);
  });
});

describe("a switch asks of each case whether it is equal", () => {
  it.each([
    ["of literals", `switch (x) { case 1: a(); break; case 2: b(); } if (x === 1) c();`, ["", "ac", "b"]],
    ["of a default", `switch (x) { case null: a(); break; default: b(); } if (x === null) c();`, ["ac", "b"]],
    ["of places", `switch (x) { case y: a(); } if (x === y) b();`, SAME],
    ["of what may change", `switch (x()) { case 1: a(); } switch (x()) { case 1: b(); }`, NOTHING],
    ["with true", `switch (true) { case x === 1: a(); } if (x === 1) b();`, NOTHING],
  ])("%s", (_, body, runs) => {
    expect(outcomesOf(`function f(x, y) { ${body} }`)).toEqual(runs);
  });
});

describe("nullish, default and chain conditions", () => {
  it.each([
    ["??", `x ?? a(); if (x == null) b();`, SAME],
    ["??=", `o.y = x; x ??= a(); if (o.y) b();`, NOTHING],
    ["a chain", `x?.y(a()); if (x == null) b();`, ["a", "b"]],
    ["a default", `const [y = a()] = [x]; if (x === undefined) b();`, NOTHING],
  ])("%s", (_, body, runs) => {
    expect(outcomesOf(`function f(x, o) { ${body} }`)).toEqual(runs);
  });
});
