import { describe, expect, it } from "vitest";
import { idsOf } from "./ids-of.ts";

describe("what a context is put into", () => {
  const program = (parent: string): string => `import { Background, WithCancel } from "@goscript/context/index.js";
import type { Context } from "@goscript/context/index.js";
const never = null;
class Holding { constructor(readonly ctx: Context) {} Done() { return this.ctx.Done(); } }
class Deriving extends Holding {}
class Endless { Done() { return null; } }
class EndlessField { Done = () => undefined; }
const Named = class { Done() { return x.y; } };
const mixed = (Base) => class extends Base { more = 1; };
function mixedToo(Base) { return class extends Base {}; }
class Declared extends Unknown implements Context {}
export function run(ctx: Context, x) {
  return WithCancel(${parent});
}`;

  it.each([
    "{ ...ctx }",
    "{ ...ctx, user: 1 }",
    "{ user: 1, ...ctx }",
    "{ ...Background() }",
    "Object.assign({}, ctx)",
    "Object.assign({}, ctx, { user: 1 })",
    "Object.assign({}, { user: 1 }, ctx)",
    "Object.freeze({ ...ctx })",
    "Object.seal({ ...ctx })",
  ])("loses what the library asks for: `%s`", (parent) => {
    expect(idsOf(program(parent), "no-fallback-watcher")).toEqual(["throws"]);
  });

  it.each([
    "Object.assign({ Done() { return x; } })",
    "{ Done() { return x; } }",
    "{ Done: x }",
    "{ ...x, Done: x }",
    "new Holding(ctx)",
    "new Deriving(ctx)",
    "new Named()",
    "new (class { Done() { return x; } })()",
    "new (class extends mixed(Holding) {})(ctx)",
    "new (class extends mixedToo(Holding) {})(ctx)",
    "new Declared()",
  ])("is no parent that the library knows: `%s`", (parent) => {
    expect(idsOf(program(parent), "no-fallback-watcher")).toEqual(["watcher"]);
  });

  it.each([
    "ctx",
    "x",
    "Background()",
    "{}",
    "{ ...x.y.z() }",
    "Object.assign(ctx, {})",
    "Object.assign(x, ctx)",
    "Object.freeze(ctx)",
    "Object.create(x.prototype)",
    "Object.create(null)",
    "Object.create(ctx)",
    "Object.create(...ctx)",
    "new Proxy(ctx, {})",
    "Object.keys(ctx)",
    "x.create(ctx)",
    "Proxy(ctx, {})",
    "new Map(ctx)",
    "{ Done() { return null; } }",
    "{ Done() { return undefined; } }",
    "{ Done: null }",
    "{ Done: () => null }",
    "new Endless()",
    "new EndlessField()",
    "new x.Holding(ctx)",
    "new (class extends mixed(x) {})(ctx)",
    "new (class extends x.mixed(Holding) {})(ctx)",
    "new (class extends x(Holding) {})(ctx)",
    "new Unknown(ctx)",
  ])("may be one, or costs nothing: `%s`", (parent) => {
    expect(idsOf(program(parent), "no-fallback-watcher")).toEqual([]);
  });
});
