import { describe, expect, it } from "vitest";
import { idsOf } from "./ids-of.ts";

describe("the cancel of a context", () => {
  const program = (use: string): string => `import { withTimeout } from "@loke/context";
export async function run(parent, x) {
  const { ctx, abort } = withTimeout(parent, 500);
  ${use}
  await x.done(ctx);
}`;

  it.each([
    "x;",
    "abort;",
    "void abort;",
    "typeof abort;",
    "x(!abort);",
    "x(abort === x);",
    "if (abort) x();",
    "abort ? x() : x;",
    "x(abort ? x : 1);",
    "x(abort && x);",
    "x((abort, x));",
    "x(`${abort}`);",
    "x.y = abort.name;",
    "abort.bind();",
    "abort.bind(null);",
    "const other = abort;",
    "const other = abort; x(other.name);",
    "const other = abort.bind(null);",
    "const { length } = abort;",
    "const stop = () => abort();",
    "const { a = () => abort } = {};",
    "x[abort]();",
  ])("is not called by `%s`", (use) => {
    expect(idsOf(program(use), "no-lost-cancel")).toHaveLength(1);
  });

  it.each([
    "abort();",
    "abort?.();",
    "abort.call(null);",
    "abort.apply(null, []);",
    "abort.bind(null)();",
    "const other = abort; other();",
    "const other = abort!; other();",
    "let other; (other as any) = abort; other();",
    "let other; other! = abort; other();",
    "const other = x || abort; other();",
    "const other = x ? abort : abort; other();",
    "const other = (x, abort); other();",
    "const [other] = [abort]; other();",
    "const { other } = { other: abort }; other();",
    "const { a: { b: [other] } } = { a: { b: [abort] } }; other();",
    "const [x1, ...others] = [x, abort]; others[0]();",
    "const { x1, ...others } = { x1: x, abort }; others.abort();",
    "const { ...others } = { ...{ abort } }; others.abort();",
    "[abort].forEach((each) => each());",
    "const all = [abort]; all.forEach((each) => each());",
    "const stop = () => abort(); stop();",
    "function stop() { abort(); } stop();",
    "new x(abort);",
    "x(abort);",
    "x(...[abort]);",
    "x({ abort });",
    "x({ ...{ abort } });",
    "x.y = abort;",
    "x.y = { abort };",
    "x`${abort}`;",
    "for (const each of [abort]) each();",
    "class A { field = abort; }",
    "class A { accessor field = abort; }",
    "class A { [abort]() {} }",
    "if (x) throw abort; abort();",
    "if (x) return abort; abort();",
    "const { a = abort } = x;",
    "((a = abort) => a())();",
    "abort[x]();",
    "x(() => abort());",
    "let { [x]: other } = { abort }; other();",
    "const f = () => abort; f()();",
    "const f = () => ({ abort }); f().abort();",
  ])("may be called by `%s`", (use) => {
    expect(idsOf(program(use), "no-lost-cancel").filter((each) => each !== "exception")).toEqual([]);
  });
});
