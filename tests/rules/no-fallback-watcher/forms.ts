import { WithCancel, WithValue, type Context } from "@goscript/context/index.js";
import { withCancel as chordCancel, type Context as Chord } from "@earendil-works/chord/context";

abstract class Base implements Context {
  constructor(protected inner: Context) {}
  Deadline() {
    return this.inner.Deadline();
  }
  Done() {
    return this.inner.Done();
  }
  abstract Value(key: unknown): unknown;

  child() {
    return WithCancel(this); // want watcher: "`Base` (line 4)"
  }

  nested() {
    const derive = () => WithCancel(this); // want watcher: "`Base`"
    return derive();
  }
}

export const abstractBase = (base: Base) => WithCancel(base); // want watcher: "`Base`"

class Boxed<T> extends Base {
  constructor(
    inner: Context,
    readonly data: T,
  ) {
    super(inner);
  }
  Value(): T {
    return this.data;
  }
}

export const generic = (ctx: Context) => WithCancel(new Boxed<number>(ctx, 1)); // want watcher: "`Boxed` (line 26)"
export const bounded = <C extends Base>(base: C) => WithCancel(base); // want watcher: "`Base`"
export const optional = (base?: Base) => WithCancel(base!); // want watcher: "`Base`"
export const asserted = (ctx: Context) => WithCancel(new Boxed(ctx, 1) as unknown as Context); // want watcher: "`Boxed`"
export const satisfied = (ctx: Context) => WithCancel(new Boxed(ctx, 1) satisfies Context); // want watcher: "`Boxed`"

function Traced(Parent: typeof Base) {
  return class TracedBase extends Parent {
    trace = "trace";
    Value() {
      return this.trace;
    }
  };
}

const Named = (Parent: typeof Base) => class extends Parent {};

class Both extends Named(Traced(Base)) {}
export const mixedTwice = (ctx: Context) => WithCancel(new Both(ctx)); // want watcher: "`Both`"

const Mixed = Traced(Base);
export const mixedByName = (ctx: Context) => WithCancel(new Mixed(ctx)); // want watcher: "`TracedBase` (line 45)"

const Expression = class implements Context {
  Done = () => null as never;
  Err = () => null;
};
export const endlessExpression = () => WithCancel(new Expression()); // ok: it says it never ends

function wrap(ctx: Context): Base {
  return new Boxed(ctx, 1);
}
export const factory = (ctx: Context) => WithCancel(wrap(ctx)); // want watcher: "`Boxed`"

function choose(ctx: Context, deep: boolean) {
  if (deep) return new Boxed(ctx, 1);
  return wrap(ctx);
}
export const factories = (ctx: Context) => WithCancel(choose(ctx, true)); // want watcher: "`Boxed`"

const literal = (ctx: Context) => ({ ...ctx, Done: () => ctx.Done(), Err: () => ctx.Err() });
export const literals = (ctx: Context) => WithCancel(literal(ctx)); // want watcher: "this object"

export const assignedInto = (ctx: Context) => WithCancel(Object.assign(new Boxed(ctx, 1), { user: "eve" })); // want watcher: "`Boxed`"
export const frozen = (ctx: Context) => WithCancel(Object.freeze(new Boxed(ctx, 1))); // want watcher: "`Boxed`"
export const proxied = (ctx: Context) => WithCancel(new Proxy(new Boxed(ctx, 1), {})); // ok: what it costs depends on its traps

export const valued = (base: Base) => WithCancel(WithValue(WithValue(base, "a", 1), "b", 2)); // want watcher: "`Base`"
export const valueInside = (ctx: Context) => WithCancel(WithValue(ctx, "base", new Boxed(ctx, 1))); // ok: a value, no parent

class Signalled {
  constructor(readonly ctx: Chord) {}
  value(key: unknown) {
    return this.ctx.value(key);
  }
}
export const free = (ctx: Chord) => chordCancel(new Signalled(ctx)); // ok: a class costs nothing there
