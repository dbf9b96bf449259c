// options: {"causes": ["watcher", "throws", "exported-wrapper"]}
import * as context from "@goscript/context/index.js";
import { WithCancel, type Context } from "@goscript/context/index.js";
import { withTimeout, type Context as Loke } from "@loke/context";
import { context as co, type Context as Co } from "@clix-so/co";
import type { Context as Chord } from "@earendil-works/chord/context";
import { EventEmitter } from "node:events";
import { Base } from "./base.ts";
import type { Context as Other } from "./render.ts";

// Its derives are in other files.
export class Backoffer implements context.Context { // want exported-wrapper: "`@goscript/context/index.js` does not know `Backoffer`: each child derived from one waits on it"
  constructor(readonly ctx: Context) {}
  Done() {
    return this.ctx.Done();
  }
}

// One report for the idea, at the base.
export class Patient extends Backoffer { // ok: the class it extends is reported
  attempts = 9;
}

// Its field says what it is.
export class Embedding { // want exported-wrapper: "`Embedding`"
  constructor(private ctx: Context) {}
  Done() {
    return this.ctx.Done();
  }
}

class Named { // want exported-wrapper: "`Named`"
  #ctx: context.Context;
  constructor(ctx: context.Context) {
    this.#ctx = ctx;
  }
  Done() {
    return this.#ctx.Done();
  }
}
export { Named as Renamed };
export const names = (named: Named) => typeof named;

class ByDefault implements context.Context { // want exported-wrapper: "`ByDefault`"
  Done() {
    return this.ctx.Done();
  }
}
export { ByDefault as default };

class Forwarding {
  Done() {
    return this.ctx.Done();
  }
}
export class Saying extends Forwarding implements Context { // want exported-wrapper: "`Saying`"
  name = "saying";
}

export const Expression = class implements Context { // want exported-wrapper: "does not know this class"
  Done = () => this.ctx.Done();
};

export const Emitting = class extends EventEmitter implements Context { // want exported-wrapper: "this class"
  Done() {
    return this.ctx.Done();
  }
}

class Private implements Context { // ok: nobody else can derive from it
  Done() {
    return this.ctx.Done();
  }
}
export const kept = (ctx: Context) => new Private(ctx);

// The derive says it.
export class Session implements Context { // ok: the derive below is reported
  Done() {
    return this.ctx.Done();
  }
}
export class LongSession extends Session {} // ok: so is what is derived from what it extends
export const derive = (session: Session) => WithCancel(session); // want watcher: "`Session`"

// As it should be.
export class Deriving implements Context { // ok: its children are those of the context inside
  constructor(private readonly ctx: Context) {}
  Done() {
    return this.ctx.Done();
  }
  child() {
    return WithCancel(this.ctx);
  }
}

export class DerivingToo extends Deriving {} // ok: so are those of a subclass

export class Silent implements Context { // ok: tells of no end
  name = "silent";
}

export class Root implements Context { // ok: never ends
  Done() {
    return null;
  }
}

export class Holding { // ok: keeps one, and is none
  constructor(readonly ctx: Context) {}
  run() {
    return this.ctx.Err();
  }
}

export class Unknown extends Base { // ok: may be one that is known
  Done() {
    return this.ctx.Done();
  }
}

export class Rendering implements Other { // ok: of another module
  constructor(readonly ctx: Other) {}
  done() {
    return this.ctx.done();
  }
}

export class Branded implements Loke { // want exported-wrapper: "`@loke/context` does not know `Branded`: to derive from one throws a TypeError. Derive in a method of the class, from the context inside of it."
  constructor(readonly ctx: Loke) {}
  get signal() {
    return this.ctx.signal;
  }
}
export const limited = (ctx: Loke) => withTimeout(ctx, 500); // ok: the library's own

export class Detached implements Co { // want exported-wrapper: "a child derived from one is never cancelled with it"
  done() {
    return this.ctx.done();
  }
}
export const co2 = (ctx: Co) => co.withCancel(ctx); // ok: the library's own

export class Free implements Chord { // ok: any `abortSignal` will do there
  get abortSignal() {
    return this.ctx.abortSignal;
  }
}

export abstract class Abstract implements Context { // ok: its subclasses say how they end
  abstract Done(): unknown;
}
