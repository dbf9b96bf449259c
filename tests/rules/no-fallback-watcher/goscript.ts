import * as context from "@goscript/context/index.js";
import { WithCancel, WithTimeout, type Context } from "@goscript/context/index.js";

// Embeds a context and adds a field, as Go programs do.
class Backoffer implements context.Context {
  attempt = 0;
  constructor(readonly ctx: context.Context) {}
  Deadline() {
    return this.ctx.Deadline();
  }
  Done() {
    return this.ctx.Done();
  }
  Err() {
    return this.ctx.Err();
  }
  Value(key: unknown) {
    return this.ctx.Value(key);
  }

  retry() {
    const [child, cancel] = context.WithCancel(this); // want watcher: "`Backoffer` (line 5)"
    return { child, cancel };
  }

  // The method is the object's, so `this` is too.
  each = () => WithCancel(this); // want watcher: "`Backoffer` (line 5)"

  inner() {
    return context.WithCancel(this.ctx); // ok: the context inside of it
  }
}

export function made(ctx: context.Context) {
  const bo = new Backoffer(ctx);
  return WithTimeout(bo, 5n); // want watcher: "each child waits on it, and no cancel ends that"
}

export function given(bo: Backoffer) {
  return WithCancel(bo); // want watcher: "`Backoffer` (line 5)"
}

export function inPlace(ctx: context.Context) {
  return WithCancel(new Backoffer(ctx)); // want watcher: "`Backoffer` (line 5)"
}

export function embedded(bo: Backoffer) {
  return WithCancel(bo.ctx); // ok: the library's own
}

// A root costs the same without the class.
export function aroundRoot() {
  return WithCancel(new Backoffer(context.Background())); // ok: no end to wait for
}

export function throughValue(bo: Backoffer) {
  return WithCancel(context.WithValue(bo, "key", 1)); // want watcher: "`Backoffer`"
}

export function throughChild(bo: Backoffer) {
  const [child, stop] = WithCancel(bo); // want watcher: "`Backoffer`"
  const [grandchild, cancel] = WithCancel(child); // ok: known to its library
  return [grandchild, cancel, stop];
}

abstract class Base {
  constructor(protected inner: Context) {}
  Done() {
    return this.inner.Done();
  }
  abstract Value(key: unknown): unknown;
}

class Session<T> extends Base {
  data?: T;
  Value() {
    return this.data;
  }
}

export function inherited(session: Session<string>) {
  return WithCancel(session); // want watcher: "`Session` (line 74)"
}

const Traced = (Parent: typeof Base) =>
  class extends Parent {
    Value() {
      return "trace";
    }
  };

class TracedContext extends Traced(Base) {}

export function mixedIn(ctx: Context) {
  return WithCancel(new TracedContext(ctx)); // want watcher: "`TracedContext`"
}

export function literal(ctx: Context) {
  const own: Context = { Deadline: () => ctx.Deadline(), Done: () => ctx.Done(), Err: () => ctx.Err(), Value: () => 1 };
  return WithCancel(own); // want watcher: "`own` (line"
}

export function copied(ctx: Context) {
  return WithCancel({ ...ctx, Value: () => 1 }); // want throws: "this object is no context of its library"
}

export function assigned(ctx: Context) {
  return WithCancel(Object.assign({}, ctx, { Value: () => 1 })); // want throws: "this object"
}

export function copiedWithEnd(ctx: Context) {
  return WithCancel({ ...ctx, Done: () => ctx.Done(), Err: () => ctx.Err() }); // want watcher: "this object"
}

export function derived(ctx: Context) {
  return WithCancel(Object.create(ctx)); // ok: `instanceof` sees its prototype
}

export function proxied(ctx: Context) {
  return WithCancel(new Proxy(ctx, {})); // ok: `instanceof` sees through it
}

const wrap = (ctx: Context) => new Backoffer(ctx);

export function factory(ctx: Context) {
  return WithCancel(wrap(ctx)); // want watcher: "`Backoffer` (line 5)"
}

function perhaps(ctx: Context, plain: boolean) {
  if (plain) return ctx;
  return new Backoffer(ctx);
}

export function unsure(ctx: Context) {
  return WithCancel(perhaps(ctx, true)); // ok: it may be the library's own
}

class Worker {
  #bo: Backoffer;
  constructor(
    bo: Backoffer,
    private readonly other: Backoffer,
    private readonly ctx: Context,
  ) {
    this.#bo = bo;
  }

  run() {
    return [
      WithCancel(this.#bo), // want watcher: "`Backoffer`"
      WithCancel(this.other), // want watcher: "`Backoffer`"
      WithCancel(this.ctx), // ok: the library's own
    ];
  }
}

export { Worker };
