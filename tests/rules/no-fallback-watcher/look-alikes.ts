import { Background, WithCancel, type Context } from "@goscript/context/index.js";
import { EventEmitter } from "node:events";
import { BaseContext } from "./base.ts";
import { render, withCancel as withCancelOf } from "./render.ts";

// Contexts of other things.
class RenderContext {
  done() {
    return Promise.resolve();
  }
}
export const rendered = (ctx: RenderContext) => [
  render(ctx), // ok: no derive
  withCancelOf(ctx), // ok: of another module
  withCancelOf({ ...ctx }), // ok: of another module
];

class Bo {
  constructor(readonly ctx: Context) {}
  Done() {
    return this.ctx.Done();
  }
  static derive(ctx: Context) {
    return WithCancel(ctx); // ok: what is given
  }
  static own() {
    return WithCancel(this as never); // ok: the class itself, whatever that is
  }
  later() {
    return function (this: Context) {
      return WithCancel(this); // ok: another `this`
    };
  }
}

export function handedOver(ctx: Context, run: (bo: Bo) => void) {
  const bo = new Bo(ctx);
  run(bo); // ok: no derive here
  return bo;
}

export const fields = (bo: Bo, options: { ctx: Context }) => [
  WithCancel(bo.ctx), // ok: the context inside
  WithCancel(options.ctx), // ok: the library's by its type
  WithCancel(Background()), // ok: a root
];

class Unknown extends BaseContext {}
export const unknownBase = (ctx: Context) => WithCancel(new Unknown(ctx)); // ok: may be one that is known

class Emitting extends EventEmitter implements Context {
  Done() {
    return this.ctx.Done();
  }
}
export const emitting = (ctx: Context) => WithCancel(new Emitting(ctx)); // want watcher: "`Emitting`"

interface Session extends Context {
  user: string;
}
export const typed = (session: Session) => WithCancel(session); // ok: an interface may be a context with a member

export function shadowed(ctx: Context) {
  class Bo {}
  const Object = { assign: (_target: object, context: Context) => context };
  return [WithCancel(Object.assign({}, ctx)), Bo]; // ok: not the platform's
}

export const perhaps = (bo: Bo | Context) => WithCancel(bo); // ok: may be the library's own

export const optional = (ctx: Context, options?: object) => WithCancel(Object.assign(ctx, options)); // ok: the same object

export const awaited = async (make: () => Promise<Bo>) => WithCancel(await make()); // ok: only types would tell

export const prototypes = () => WithCancel(Object.create(Bo.prototype)); // ok: no context inside
