import { describe, expect, it } from "vitest";
import { idsOf } from "./ids-of.ts";

describe("what a context is put into", () => {
  const program = (
    parent: string,
  ): string => `import { Background, WithCancel, WithValue } from "@goscript/context/index.js";
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
class DeclaredToo extends Declared {}
class Empty { Done() {} }
class Typed { signal: AbortSignal; Done: Context["Done"]; Err() { return null; } }
class Early { Done() { return null; } Err() { return x.y; } }
class Late { Done() { log(); return null; } }
class NotYet { doneness() { return null; } undone() { return null; } Done() { return x.y; } }
const mixedOdd = (first, Base) => class extends Base {};
const mixedOwn = (Base) => class extends Holding {};
const mixedTwice = (Base) => { const Inner = class extends Base {}; return Inner; };
class Circle extends Circle { Done() { return x.y; } }
let again = { ...again, Done: x => x };
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
    "{ ...x }",
    "{ ...x.ctx }",
    "{ ...held.ctx }",
    "{ ...WithValue(ctx, 1, 2) }",
    "Object.assign({}, x)",
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
    "new DeclaredToo()",
    "new Typed()",
    "new Late()",
    "new NotYet()",
    "new (class extends mixedOdd(1, Holding) {})(ctx)",
    "{ ...ctx, Done: () => x.y }",
    "{ ...ctx, 'Done': x }",
    "again",
  ])("is no parent that the library knows: `%s`", (parent) => {
    expect(idsOf(program(parent), "no-fallback-watcher")).toEqual(["watcher"]);
  });

  it.each([
    "ctx",
    "x",
    "Background()",
    "{}",
    "{ ...x.y.z() }",
    "{ ...Holding.prototype }",
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
    "new (class extends mixedOwn(x) {})(ctx)",
    "new (class extends mixedTwice(Holding) {})(ctx)",
    "new (class extends mixedOdd(Holding) {})(ctx)",
    "new (class extends mixed {})(ctx)",
    "new (class extends x.y {})(ctx)",
    "new Empty()",
    "new Early()",
    "new Circle()",
    "{ ...x, Done() {} }",
    "{ ...x, Done: () => null, Err: () => x.y }",
    "{ ...{ ...x } }",
    "{ ...x() }",
    "Object.create()",
    "Object.assign()",
    "Object.assign(...ctx)",
    "...[held]",
    "",
  ])("may be one, or costs nothing: `%s`", (parent) => {
    expect(idsOf(program(parent), "no-fallback-watcher")).toEqual([]);
  });
});

describe("what keeps a wrapper", () => {
  const program = (members: string, more = ""): string => `
import { Background, WithCancel } from "@goscript/context/index.js";
import type { Context } from "@goscript/context/index.js";
class Holding { constructor(readonly ctx: Context) {} Done() { return this.ctx.Done(); } }
const wrap = (ctx) => new Holding(ctx);
export class Client {
  ${members}
}
${more}`;

  it.each([
    "held: Holding; run() { return WithCancel(this.held); }",
    "held?: Holding; run() { return WithCancel(this.held!); }",
    "readonly held = new Holding(top); run() { return WithCancel(this.held); }",
    "readonly held = wrap(top); run() { return WithCancel(this.held); }",
    "readonly #held = new Holding(top); run() { return WithCancel(this.#held); }",
    "#held: Holding; run() { return WithCancel(this.#held); }",
    '"held": Holding; run() { return WithCancel(this["held"]); }',
    "constructor(other, private held: Holding) {} run() { return WithCancel(this.held); }",
    "constructor(readonly held: Holding) { WithCancel(this.held); }",
    "held: Holding; run() { return () => WithCancel(this.held); }",
    "held: Holding; child = () => WithCancel(this.held);",
    "held: Holding; run() { const self = this; return function () { return WithCancel(self.held); }; }",
  ])("is a field by its type or its one value: `%s`", (members) => {
    expect(idsOf(program(members), "no-fallback-watcher")).toEqual(["watcher"]);
  });

  it.each([
    "held = new Holding(top); run() { return WithCancel(this.held); }",
    "readonly held: Context = new Holding(top); run() { return WithCancel(this.held); }",
    "readonly held = new Holding(Background()); run() { return WithCancel(this.held); }",
    "readonly held; run() { return WithCancel(this.held); }",
    "held: Holding[]; run() { return WithCancel(this.held[0]); }",
    "held: Holding | Context; run() { return WithCancel(this.held); }",
    "constructor(held: Holding) {} run() { return WithCancel(this.held); }",
    "constructor(private held) {} run() { return WithCancel(this.held); }",
    "set(held: Holding) {} run() { return WithCancel(this.held); }",
    "held: Holding; run(other) { return WithCancel(other.held); }",
    "held: Holding; run() { return WithCancel(this[name]); }",
    "held: Holding; run() { return function () { return WithCancel(this.held); }; }",
    "held: Holding; static run() { return WithCancel(this.held); }",
    "held: Holding; static { WithCancel(this.held); }",
    "held: Holding; other: Context; run() { return WithCancel(this.other); }",
  ])("is not `%s`", (members) => {
    expect(idsOf(program(members), "no-fallback-watcher")).toEqual([]);
  });

  it.each([
    "const make = () => new Holding(x); WithCancel(make());",
    "function make() { return new Holding(x); } WithCancel(make());",
    "function make() { if (x) return new Holding(x); return wrap(x); } WithCancel(make());",
    "const run = (held: Holding) => WithCancel(held);",
    "const run = <H extends Holding>(held: H) => WithCancel(held);",
    "const run = <C extends D, D extends C>(held: C) => WithCancel(held); WithCancel(new Holding(x));",
  ])("is what a function gives or is given: `%s`", (more) => {
    expect(idsOf(program("", more), "no-fallback-watcher")).toEqual(["watcher"]);
  });

  it.each([
    "async function make() { return new Holding(x); } WithCancel(make());",
    "function* make() { return new Holding(x); } WithCancel(make());",
    "function make() { if (x) return; return new Holding(x); } WithCancel(make());",
    "function make() { if (x) return new Holding(x); return x; } WithCancel(make());",
    "function make() { new Holding(x); } WithCancel(make());",
    "const make = () => make(); WithCancel(make());",
    "x.make = () => new Holding(x); WithCancel(x.make());",
    "const run = <H>(held: H) => WithCancel(held);",
    "const run = (held: Held<Holding>) => WithCancel(held);",
    "const run = (held: typeof Holding) => WithCancel(held);",
  ])("may be anything in `%s`", (more) => {
    expect(idsOf(program("", more), "no-fallback-watcher")).toEqual([]);
  });
});

/** Such a library takes any object of the right shape, but no copy of its own contexts, and nothing made of them. */
describe("what a context is put into, where a library takes any object of the right shape", () => {
  const program = (parent: string): string => `import { Context, withCancel, withValue } from "@sabl/context";
import type { IContext } from "@sabl/context";
import { other } from "./other.ts";
class Own { done() { return other.x; } }
export function run(ctx: IContext, own: Own, x) {
  const valued = withValue(ctx, 1, 2);
  const [child] = withCancel(ctx);
  const named = ctx;
  const otherValue = other(ctx);
  let empty;
  return withCancel(${parent});
}`;

  it.each([
    "{ ...ctx }",
    "{ ...valued }",
    "{ ...child }",
    "{ ...withValue(ctx, 1, 2) }",
    "{ ...new Context.Empty() }",
    "{ ...ctx! }",
  ])("`%s` loses it", (parent) => {
    expect(idsOf(program(parent), "no-fallback-watcher")).not.toEqual([]);
  });

  it.each(["Object.create(ctx)", "Object.create(valued)"])("`%s` throws", (parent) => {
    expect(idsOf(program(parent), "no-fallback-watcher")).toEqual(["throws"]);
  });

  it.each([
    "{ ...Context.background }",
    "{ ...x }",
    "{ ...x.ctx }",
    "{ ...own }",
    "{ ...otherValue }",
    "{ ...other(ctx) }",
    "{ ...new Own() }",
    "{ ...empty }",
    "Object.create(x)",
    "Object.create(own)",
    "Object.create(Context.prototype)",
    "new Own()",
  ])("`%s` may be one that it takes, or never ends", (parent) => {
    expect(idsOf(program(parent), "no-fallback-watcher")).toEqual([]);
  });
});
