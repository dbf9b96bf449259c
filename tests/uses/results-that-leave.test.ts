import { describe, expect, it } from "vitest";
import { lint } from "../rules/lint.ts";
import { idsOf } from "./ids-of.ts";

/** A cancel at the end of the function cuts off what still needs the context then. */
describe("work that is given a context which is cancelled at the end", () => {
  const reported = (lines: string): (string | undefined)[] =>
    idsOf(
      `import { withTimeout } from "@loke/context";
async function load(c) { return c; }
export async function run(parent, x, fetch) {
  const { ctx, abort } = withTimeout(parent, 500);
  try { ${lines} } finally { abort(); }
}`,
      "no-premature-cancel",
    );

  it.each([
    "return load(ctx);",
    "return x ? load(ctx) : 1;",
    "return x ? 1 : load(ctx);",
    "return x || load(ctx);",
    "return x && load(ctx);",
    "return load(ctx).then(x);",
    "return load(ctx).catch(x).finally(x);",
    "return (x(), load(ctx));",
    "return (async () => load(ctx))();",
    "return (() => { return load(ctx); })();",
    "return Promise.all([load(ctx), load(x)]);",
    "return Promise.all([load(ctx)]);",
    "return Promise.allSettled([load(ctx), x]);",
    "return Promise.all(x.map((each) => load(ctx)));",
    "void load(ctx);",
    "load(ctx);",
    "load(ctx).then(x);",
    "load(ctx), x();",
    "x.forEach((each) => load(ctx));",
    "const p = load(ctx); return p;",
    "const p = load(ctx); x();",
  ])("is cut off: `%s`", (lines) => {
    expect(reported(lines)).toHaveLength(1);
  });

  it.each([
    "return await load(ctx);",
    "await load(ctx);",
    "await load(ctx).then(x);",
    "const r = await load(ctx); return r;",
    "return { r: await load(ctx) };",
    "await (x ? load(ctx) : 1);",
    "await (x || load(ctx));",
    "await (x, load(ctx));",
    "await Promise.all([load(ctx)]);",
    "await Promise.race([load(ctx)]);",
    "await Promise.allSettled([load(ctx), load(x)]);",
    "await (async () => load(ctx))();",
    "await Promise.race([load(ctx), load(x)]);",
    "await Promise.all([load(ctx), load(x)]);",
    "await Promise.any([load(ctx), load(x)]);",
    "for await (const each of load(ctx)) x(each);",
    "const p = load(ctx); await p;",
    "x.push(load(ctx));",
    "x.y = load(ctx);",
    "if (load(ctx)) x();",
    "await fetch(x, { signal: ctx }).then((r) => r.json());",
    "const r = await fetch(ctx); x.ok = r.ok;",
    "const r = await fetch(ctx); return r.ok;",
    "const r = await fetch(ctx); return await r.json();",
    "const { ok } = await load(ctx); return ok;",
  ])("is over, or not known to go on: `%s`", (lines) => {
    expect(reported(lines)).toEqual([]);
  });
});

/**
 * The fix moves a cancel into a `finally`, where it comes earlier than before if something throws in between. That is
 * safe if all work with the context is over by then, and nobody has a result of it that needs the context still.
 */
describe("a cancel that a throw would pass by", () => {
  const isFixed = (work: string, after: string): boolean => {
    const text = `import { withTimeout } from "@loke/context";
async function load(c) { return c; }
export async function run(parent, x, fetch) {
  const { ctx, abort } = withTimeout(parent, 500);
  ${work}
  await x.more();
  abort();
  ${after}
}`;
    const [report, ...more] = lint(text);
    expect([report?.messageId, ...more]).toEqual(["exception"]);
    return report!.fix !== undefined;
  };

  it.each([
    ["await load(ctx);", ""],
    ["x[await load(ctx)] = 1;", ""],
    ["await x(await load(ctx));", ""],
    ["await x({ a: await load(ctx) });", ""],
    ["x(1 + (await load(ctx)));", ""],
    ["x(!(await load(ctx)));", ""],
    ["x((await load(ctx)).ok);", ""],
    ["x((await fetch(ctx)).ok);", ""],
    ["x((await fetch(ctx)).embody);", ""],
    ["x((await fetch(ctx)).bodyUsed);", ""],
    ["x((await load(ctx)).body);", ""],
    ["(await load(ctx)).json();", ""],
    ["await (await fetch(ctx)).json();", ""],
    ["if (await fetch(ctx)) x();", ""],
    ["let r; r = await load(ctx);", "return r;"],
    ["let r = await load(ctx); r = 1;", "return r;"],
    ["const r = await fetch(ctx);", "return r.ok;"],
    ["const r = await fetch(ctx); const t = await r.text();", "return t;"],
    ["const r = await load(ctx);", "return r;"],
    ["const r = await load(ctx); await x(r);", ""],
    ["const { body } = await load(ctx);", "return body;"],
    ["const r = await x.reopen(ctx);", "return r;"],
    ["const r = await x.getStreams(ctx);", "return r;"],
    ["await Promise.all([x(await load(ctx))]);", ""],
    ["await Promise.allSettled([load(ctx), x()]);", ""],
    ["await Promise.allSettled([...x, load(ctx)]);", ""],
    ["await Promise.all([load(ctx)]);", ""],
    ["await Promise.allSettled(x.map(() => load(ctx)));", ""],
    ["await Promise.allSettled(Array.from(x, () => load(ctx)));", ""],
    ["await (x, load(ctx));", ""],
    ["await (x && load(ctx));", ""],
    ["await (load(ctx) || x);", ""],
    ["await (async () => load(ctx))();", ""],
    ["await (async () => { return load(ctx); })();", ""],
    ["for await (const y of load(ctx)) x(y);", ""],
    ["await load(ctx).then(x).catch(x).finally(x);", ""],
    ["await x.tracker(ctx);", ""],
    ["x(ctx.err());", ""],
    ["x(ctx.deadline());", ""],
    ["ctx.throwIfAborted();", ""],
  ])("moves where the work is over: `%s` `%s`", (work, after) => {
    expect(isFixed(work, after)).toBe(true);
  });

  it.each([
    ["x.r = await fetch(ctx);", ""],
    ["x.r = await load(ctx);", ""],
    ["x(await load(ctx));", ""],
    ["new x(await load(ctx));", ""],
    ["x({ a: await load(ctx) });", ""],
    ["x({ ...(await load(ctx)) });", ""],
    ["x([await load(ctx)]);", ""],
    ["x(...(await load(ctx)));", ""],
    ["x(x ? await load(ctx) : 1);", ""],
    ["x(x || (await load(ctx)));", ""],
    ["x((await fetch(ctx)).body);", ""],
    ["(await fetch(ctx)).json();", ""],
    ["let r; r = await fetch(ctx);", "return r;"],
    ["let r = await fetch(ctx); r = 1;", "return r;"],
    ["const r = await fetch(ctx);", "return r;"],
    ["const r = await load(ctx); x(r);", ""],
    ["const r = await load(ctx); x.r = r;", ""],
    ["const { body } = await fetch(ctx);", "return body;"],
    ["const r = await x.openFile(ctx);", "return r;"],
    ["const r = await x.getStream(ctx);", "return r;"],
    ["const r = await x.queryAll(ctx);", "return r;"],
    ["x.log(await fetch(ctx)).then(x);", ""],
    ["await Promise.all([load(ctx), x()]);", ""],
    ["await Promise.race([...load(ctx)]);", ""],
    ["await Promise.all(x.map(() => load(ctx)));", ""],
    ["await Promise.allSettled(x.flatMap(() => load(ctx)));", ""],
    ["await Promise.allSettled(x, [load(ctx)]);", ""],
    ["await x.allSettled([load(ctx)]);", ""],
    ["await Promise.settle([load(ctx)]);", ""],
    ["await x.y.allSettled([load(ctx)]);", ""],
    ["await (load(ctx) && x);", ""],
    ["await (load(ctx) ? x : 1);", ""],
    ["for (const y of load(ctx)) x(y);", ""],
    ["for await (const y of x) load(ctx);", ""],
    ["await load(ctx).other(x);", ""],
    ["await x[load(ctx)];", ""],
    ["await listen(ctx);", ""],
    ["await x.track(ctx);", ""],
    ["x(ctx.work());", ""],
  ])("stays where something may go on: `%s` `%s`", (work, after) => {
    expect(isFixed(work, after)).toBe(false);
  });
});
