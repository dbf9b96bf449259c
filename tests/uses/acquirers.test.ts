import { describe, expect, it } from "vitest";
import { idsOf } from "./ids-of.ts";

/** Who calls a function that makes a context and returns it must end that, as if it had made it. */
describe("a function that makes a context", () => {
  const reported = (code: string, use: string): (string | undefined)[] => {
    const run = `export async function run(parent, x) {\n  ${use}\n  x.done();\n}`;
    return idsOf(`import { withTimeout } from "@loke/context";\n${code}\n${run}`, "no-lost-cancel");
  };

  it.each([
    "const make = (p) => withTimeout(p, 5);",
    "const make = (p) => { return withTimeout(p, 5); };",
    "const make = function (p) { return withTimeout(p, 5); };",
    "function make(p) { return withTimeout(p, 5); }",
    "export function make(p) { return withTimeout(p, 5); }",
    "const make = ((p) => withTimeout(p, 5)) as Make;",
    "const make = (p) => { const { ctx, abort } = withTimeout(p, 5); return { ctx, abort }; };",
    "const make = (p) => { const { ctx, abort } = withTimeout(p, 5); return [ctx, abort]; };",
    "const make = (p) => { const { ctx, abort } = withTimeout(p, 5); return abort; };",
    "const make = (p) => { const { ctx, abort } = withTimeout(p, 5); return { ctx, over: abort }; };",
    "const make = (p) => { const { ctx, abort } = withTimeout(p, 5); return { ctx, stop: () => abort() }; };",
    "const make = (p) => { const { ctx, abort } = withTimeout(p, 5); return { ctx, dispose() { abort(); } }; };",
    "const make = (p) => { const { ctx, abort } = withTimeout(p, 5); return { ctx, cancel: () => abort() }; };",
    "const make = (p) => { const { ctx, abort } = withTimeout(p, 5); return [ctx, () => abort()]; };",
    "const make = (p) => { const { ctx, abort } = withTimeout(p, 5); return () => abort(); };",
    "const make = (p) => { const { ctx, abort } = withTimeout(p, 5); const end = () => abort(); return end; };",
    "const make = (p) => { if (p.x) return withTimeout(p, 5); return withTimeout(p, 6); };",
    "const make = (p) => (p.x ? withTimeout(p, 5) : withTimeout(p, 6));",
    "const make = (p) => (p.x ? withTimeout(p, 5) : undefined);",
    "const inner = (p) => withTimeout(p, 5); const make = (p) => inner(p);",
    "const make = (p) => { const h = withTimeout(p, 5); h.ctx.on(p); return h; };",
    "const make = (p) => withTimeout(p, 5).abort;",
    "const make = (p) => (p, withTimeout(p, 5));",
    "const make = (p) => ({ ...withTimeout(p, 5), other });",
    "const make = (p) => { const h = withTimeout(p, 5); if (p.ok) return h; h.abort(); throw p; };",
    "const make = (p) => { const h = withTimeout(p, 5); if (p.bad) { h.abort(); throw p; } return h; };",
  ])("hands it to its caller: %s", (code) => {
    expect(reported(code, "const h = make(parent);")).toEqual(["neverReleased"]);
  });

  it.each([
    "const make = (p) => { const { ctx, abort } = withTimeout(p, 5); return { ctx, other: () => abort() }; };",
    "const make = (p) => { const { ctx, abort } = withTimeout(p, 5); return { ctx, on() { abort(); } }; };",
    "const make = (p) => { const { ctx, abort } = withTimeout(p, 5); p.push(abort); return { ctx, abort }; };",
    "const make = (p) => { const { ctx, abort } = withTimeout(p, 5); p.on(() => abort()); return { ctx, abort }; };",
    "const make = (p) => { const h = withTimeout(p, 5); h.abort(); return h; };",
    "const make = (p) => { const h = withTimeout(p, 5); p.h = h; return h.ctx; };",
    "let make = (p) => withTimeout(p, 5); make = other;",
    "function* make(p) { return withTimeout(p, 5); }",
    "const { make } = { make: (p) => withTimeout(p, 5) };",
    "const make = wrap((p) => withTimeout(p, 5));",
    "const make = other || ((p) => withTimeout(p, 5));",
    "const make = (p) => [...p, withTimeout(p, 5)];",
    "const make = (p) => () => withTimeout(p, 5);",
    "class A { make(p) { return withTimeout(p, 5); } }",
    "const make = (p) => { const h = withTimeout(p, 5); (h.abort() as any); return h; };",
  ])("keeps it, or may: %s", (code) => {
    expect(reported(code, "const h = make(parent);")).toEqual([]);
  });

  it.each(["const make = async (p) => withTimeout(p, 5);", "async function make(p) { return withTimeout(p, 5); }"])(
    "gives it with a promise: %s",
    (code) => {
      expect(reported(code, "const h = await make(parent);")).toEqual(["neverReleased"]);
      expect(reported(code, "const h = make(parent);")).toEqual([]);
    },
  );

  it.each([
    ["make(parent);", ["discarded"]],
    ["const { ctx } = make(parent);", ["discarded"]],
    ["const { ctx, abort } = make(parent); abort();", []],
    ["new make(parent);", []],
    ["x(make);", []],
    ["const other = make; other(parent);", []],
  ])("is called by `%s`", (use, ids) => {
    expect(reported("const make = (p) => withTimeout(p, 5);", use)).toEqual(ids);
  });
});
