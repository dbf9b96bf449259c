import { describe, expect, it } from "vitest";
import { lint } from "../rules/lint.ts";
import { idsOf } from "./ids-of.ts";

const rule = "no-leaked-timer";
const constructs = "constructor() { const id = setInterval(report, 1000); }";

/** What its constructor starts and keeps runs for good. That is a leak of each object but the only one. */
describe("an object that is kept when it is first made", () => {
  const reported = (code: string): (string | undefined)[] => {
    const made = code.startsWith("class") ? code : `class A { MAKES } let a; export ${code}`;
    return idsOf(made.replace("MAKES", constructs), rule);
  };

  it.each([
    "function get() { if (a) return a; a = new A(); return a; }",
    "function get() { if (!a) a = new A(); return a; }",
    "function get() { if (a === undefined) a = new A(); return a; }",
    "function get() { if (a == null) a = new A(); return a; }",
    "function get() { if (typeof a === 'undefined') a = new A(); }",
    "function get() { if (!a && x) a = new A(); return a; }",
    "function get() { if (isNil(a)) a = new A(); return a; }",
    "function get() { if (!(a instanceof A)) a = new A(); return a; }",
    "function get() { return a ? a : (a = new A()); }",
    "class A { static get() { return (this.one ??= new A()); } MAKES }",
    "class A { static get = () => (this.one ??= new A()); MAKES }",
    "class A { static get() { if (!A.one) A.one = new A(); return A.one; } MAKES }",
  ])("is the only one: `%s`", (code) => {
    expect(reported(code)).toEqual([]);
  });

  it.each([
    "function get() { if (a) a = new A(); return a; }",
    "function get() { if (a.old) a = new A(); return a; }",
    "function get() { if (!a || a.old) a = new A(); return a; }",
    "function get() { if (!a) x(); else a = new A(); return a; }",
    "function get() { if (a === x) a = new A(); return a; }",
    "function get() { if (x()) a = new A(); return a; }",
    "function get() { if (x(y)) a = new A(); return a; }",
    "function get() { if (x instanceof A) a = new A(); return a; }",
    "function get() { if (!a) x(() => { a = new A(); }); }",
    "class A { static get() { x(function () { this.one ??= new A(); }); } MAKES }",
    "class A { static get() { if (this.old) this.one = new A(); } MAKES }",
  ])("may be one of many: `%s`", (code) => {
    expect(reported(code)).toEqual(["neverReleased"]);
  });
});

/** Without TypeScript's parser nothing says which names of a class are types. */
describe.each(["file.js", "file.ts"])("a class that is made in `%s`", (file) => {
  const reported = (more: string): number => lint(`class A { ${constructs} } new A(); ${more}`, { rule, file }).length;

  it.each(["class B extends A {} export const b = () => new B();", "registry.add(A);", "export const make = A;"])(
    "may be made again by `%s`",
    (more) => {
      expect(reported(more)).toBe(1);
    },
  );

  it.each(["", "x(A.name, y instanceof A);", "export { A };"])("is made once beside `%s`", (more) => {
    expect(reported(more)).toBe(0);
  });
});
