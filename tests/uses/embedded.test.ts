import { describe, expect, it } from "vitest";
import { lint } from "../rules/lint.ts";

/** What is offered for a wrapper around a context that another function gave: the field that it forwards its end to. */
describe("the field of a wrapper", () => {
  const forwards = "Done() { return this.ctx.Done(); } Err() { return this.ctx.Err(); }";
  const takes = "constructor(ctx) { this.ctx = ctx; }";
  const program = (body: string, more = ""): string => `import { WithCancel } from "@goscript/context/index.js";
class Wrapper { ${body} }
${more}
export const run = (make: () => Wrapper, wrapper: Wrapper) => WithCancel(wrapper);`;

  const offered = (text: string): string | undefined => {
    const [report, ...more] = lint(text, { rule: "no-fallback-watcher" });
    expect([report?.messageId, more]).toEqual(["watcher", []]);
    return (report!.fix ?? report!.suggestions?.[0]?.fix)?.text;
  };

  it.each([
    `${takes} ${forwards}`,
    `${takes} ${forwards} Deadline() { return this.ctx.Deadline(); } Value(key) { return this.ctx.Value(key); }`,
    `${takes} Done() { return this.ctx.Done(); }`,
    `${forwards} ${takes}`,
    `${forwards} constructor(ctx) { if (ctx) log(); this.ctx = ctx; }`,
    `${takes} Done(...all) { return this.ctx.Done(...all); }`,
    `${takes} Done(a, b) { return this.ctx.Done(a, b); }`,
    `${takes} get Done() { return this.ctx.Done; }`,
    `${takes} Done() { return (this.ctx as any)!.Done()!; }`,
    `${takes} ${forwards} static Done() { return other.x.Done(); }`,
    `${takes} ${forwards} other() { this.other = 1; }`,
    `${takes} ${forwards} Value(key) { return 1; }`,
    `constructor(readonly ctx) {} ${forwards}`,
    `constructor(public ctx) {} ${forwards}`,
    `constructor(other, readonly ctx) {} ${forwards}`,
    `ctx; ${takes} ${forwards}`,
    `${takes} ${forwards} same(ctx) { return this.ctx === ctx; }`,
    `${takes} "Done"() { return this.ctx.Done(); }`,
    `${takes} Done() { return this.ctx.Done(); log(); }`,
    `public ctx; ${takes} ${forwards}`,
    `other = 1; constructor(ctx) { log(); this.other = 2; this.ctx = ctx; } ${forwards}`,
  ])("is found in `%s`", (body) => {
    expect(offered(program(body))).toBe("wrapper.ctx");
  });

  it.each([
    `${takes} Done() { return other; }`,
    `${takes} Done() { log(); return this.ctx.Done(); }`,
    `${takes} Done() { if (log()) return this.ctx.Done(); }`,
    `${takes} Done() { return this.ctx.Err(); }`,
    `${takes} Done() { return this.ctx.Done(1); }`,
    `${takes} Done(a) { return this.ctx.Done(); }`,
    `${takes} Done(a, b) { return this.ctx.Done(b, a); }`,
    `${takes} Done(...all) { return this.ctx.Done(all); }`,
    `${takes} Done(all) { return this.ctx.Done(...all); }`,
    `${takes} Done(...[a]) { return this.ctx.Done(...[a]); }`,
    `${takes} Done() { return this["c" + "tx"].Done(); }`,
    `${takes} Done() { return; }`,
    `${takes} abstract Done(): unknown;`,
    `${takes} Done = () => this.ctx.Done();`,
    `constructor(ctx) { this.$ctx = ctx; } Done() { return this.$ctx.Done(); } set(ctx) { this.$ctx = ctx; }`,
    `constructor(ctx) { other(this.ctx == ctx); } ${forwards}`,
    `constructor(ctx) { const other = ctx; } ${forwards}`,
    `start(ctx) { this.ctx = ctx; } ${forwards}`,
    `"start" = (ctx) => { this.ctx = ctx; }; ${forwards}`,
    `${takes} Done({ a }) { return this.ctx.Done({ a }); }`,
    `${takes} Done() { return this.ctx.Done; }`,
    `${takes} Done() { return x.ctx.Done(); }`,
    `${takes} Done() { return ctx.Done(); }`,
    `${takes} Done() { return this.Done(); }`,
    `${takes} Done() { return this.ctx.Done(); } Err() { return this.other.Err(); }`,
    `${takes} Done() { return this.ctx.Done(); } Err() { return 1; }`,
    `${takes} ["Done"]() { return this.ctx.Done(); } Done() { return 1; }`,
    `${takes} ${forwards} set(ctx) { this.ctx = ctx; }`,
    `${takes} ${forwards} set(ctx) { this.ctx ??= ctx; }`,
    `${takes} ${forwards} set(ctx) { this.ctx += ctx; }`,
    `constructor(ctx) { this.ctx = ctx; this.ctx = ctx; } ${forwards}`,
    `constructor(ctx) { log(ctx); } ${forwards}`,
    `constructor(ctx) { other.ctx = ctx; } ${forwards}`,
    `constructor(ctx) { this.inner = ctx; } ${forwards}`,
    `constructor(private ctx) {} ${forwards}`,
    `constructor(protected readonly ctx) {} ${forwards}`,
    `private ctx; ${takes} ${forwards}`,
    `${takes} private ctx; ${forwards}`,
    `#ctx; constructor(ctx) { this.#ctx = ctx; } Done() { return this.#ctx.Done(); }`,
    forwards,
  ])("is not sure in `%s`", (body) => {
    expect(offered(program(body))).toBeUndefined();
  });

  it("is not offered where it is set from outside, or the class extends another", () => {
    expect(
      offered(program(`${takes} ${forwards}`, "export const set = (w, ctx) => { w.ctx = ctx; };")),
    ).toBeUndefined();
    const extending = program(`${takes} ${forwards}`, "class Base {}").replace(
      "class Wrapper",
      "class Wrapper extends Base",
    );
    expect(offered(extending)).toBeUndefined();
  });
});
