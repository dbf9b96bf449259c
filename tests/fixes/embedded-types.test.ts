import { expect, it } from "vitest";
import { lint } from "../rules/lint.ts";

/** A wrapper that is made in the file: how its field is declared, and how the wrapper. */
const program = (field: string, declared: string): string => `
import { WithCancel, type Context } from "@goscript/context/index.js";
class Wrapper {
  ${field};
  constructor(ctx: Context) { this.ctx = ctx; }
  Deadline() { return this.ctx!.Deadline(); }
  Done() { return this.ctx!.Done(); }
  Err() { return this.ctx!.Err(); }
  Value(key: unknown) { return this.ctx!.Value(key); }
}
export function derive(ctx: Context) {
  const ${declared};
  return WithCancel(wrapper);
}
`;

/** `wrapper.ctx` must be there, and must be a context, for TypeScript as well. */
it.each([
  ["ctx: Context", "wrapper = new Wrapper(ctx)", true],
  ["ctx: Context", "wrapper: Wrapper = new Wrapper(ctx)", true],
  ["ctx", "wrapper = new Wrapper(ctx)", true],
  ["ctx?: Context", "wrapper = new Wrapper(ctx)", false],
  ["ctx: unknown", "wrapper = new Wrapper(ctx)", false],
  ["ctx: Context | undefined", "wrapper = new Wrapper(ctx)", false],
  ["ctx: Context", "wrapper: Context = new Wrapper(ctx)", false],
  ["ctx: Context", "wrapper = new Wrapper(ctx) as Context", false],
  ["ctx: Context", "wrapper = <Context>new Wrapper(ctx)", false],
  ["ctx: Context", "wrapper = (new Wrapper(ctx) as Context)!", false],
  ["ctx: Context", "wrapper = (new Wrapper(ctx) as Context) satisfies Context", false],
  ["ctx: Context", "wrapper = new Wrapper(ctx) satisfies Context", true],
  ["ctx: Context", "wrapper = new Wrapper(ctx) as Wrapper", true],
  ["ctx: Context", "made: Context = new Wrapper(ctx), wrapper = made", false],
  ["ctx: Context", "made = new Wrapper(ctx) as Context, wrapper = made", false],
  ["ctx: Context", "made = new Wrapper(ctx), wrapper = made", true],
])("a wrapper with `%s`, made by `%s`: %s", (field, declared, isOffered) => {
  const [report] = lint(program(field, declared), { rule: "no-fallback-watcher", file: "file.ts" });
  const fix = report?.fix ?? report?.suggestions?.[0]?.fix;
  expect(fix?.text).toBe(isOffered ? "wrapper.ctx" : undefined);
  expect(report).toBeDefined();
});
