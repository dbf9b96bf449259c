import { withTimeout, withAbort, background, type Context as Loke } from "@loke/context";
import { withCancel as chordCancel, BACKGROUND_CONTEXT, type Context as Chord } from "@earendil-works/chord/context";
import gontext, { withCancel, withDeadline, withValue, background as root } from "gontext";
import { context, type Context as Co } from "@clix-so/co";
import * as gg from "@ggoodman/context";
import { withCancel as golikeCancel, type Context as Golike } from "golikejs/context";
import { Context as Sabl, withCancel as sablCancel, type IContext } from "@sabl/context";
import { withTimeout as puruTimeout, type Context as Puru } from "@dmop/puru";
import { withCancel as likeCancel, type Context as Like } from "@likego/context";

class Forwarding<Inner extends Loke & Chord & Co> {
  constructor(private readonly inner: Inner) {}
  get signal() {
    return this.inner.signal;
  }
  get abortSignal() {
    return this.inner.abortSignal;
  }
  done() {
    return this.inner.done();
  }
  deadline() {
    return this.inner.deadline();
  }
  err() {
    return this.inner.err();
  }
  value(key: unknown) {
    return this.inner.value(key);
  }
}

export const loke = (ctx: Loke) => [
  withTimeout(new Forwarding(ctx), 500), // want throws: "`Forwarding` (line 11) is no context of its library"
  withAbort({ signal: AbortSignal.timeout(5) }), // want throws: "this object"
  withAbort(Object.freeze({ ...ctx })), // want throws: "this object"
  withAbort(Object.assign({ user: 1 }, background)), // want throws: "this object"
  withAbort(Object.create(ctx)), // ok: the brand is inherited
  withAbort(Object.assign(Object.create(ctx), { user: 1 })), // ok: the same with a member
];

export const chord = (ctx: Chord) => [
  chordCancel(new Forwarding(ctx)), // ok: any `abortSignal` will do
  chordCancel({ ...ctx }), // want unpropagated: "this child is never cancelled with its parent"
  chordCancel({ ...ctx, abortSignal: ctx.abortSignal }), // ok: it has its signal
  chordCancel({ ...BACKGROUND_CONTEXT }), // ok: a root has no end
  chordCancel(Object.create(ctx)), // want throws: "this object"
];

export const go = (ctx: gontext.Context) => [
  withCancel(new Forwarding(ctx)), // want watcher: "`Forwarding` (line 11)"
  withDeadline(withValue(new Forwarding(ctx), "a", 1), new Date()), // want watcher: "`Forwarding`"
  withCancel(new Forwarding(root())), // ok: a root has no end
  withCancel({ ...ctx, value: () => 1 }), // want throws: "this object"
];

// A root of one's own.
class Root {
  done() {
    return null;
  }
  err = () => null;
}

export const ownRoot = (test: boolean) => [
  withCancel(new Root()), // ok: it never ends
  withCancel({ done: () => null, err: () => null }), // ok: neither does this
  withCancel(test ? new Root() : new Forwarding(root())), // ok: not followed
];

export const co = (ctx: Co) => [
  context.withTimeout(new Forwarding(ctx), 500), // want unpropagated: "`Forwarding`"
  context.withCancel(context.withValue(new Forwarding(ctx), "a", 1)), // want unpropagated: "`Forwarding`"
  context.withCancel(Object.create(ctx)), // ok: an instance
];

export const branded = (ctx: gg.Context) => [
  gg.withCancel(new Forwarding(ctx)), // want throws: "`Forwarding`"
  gg.withTimeout({ ...ctx }, 500), // want throws: "this object"
  gg.withTimeout(ctx.withValue("a", 1), 500), // ok: the library's own
];

export const privateFields = (ctx: Golike) => [
  golikeCancel(new Forwarding(ctx)), // ok: as dear as its own
  golikeCancel(Object.create(ctx)), // want throws: "this object"
  golikeCancel({ ...ctx }), // want throws: "this object"
];

class Tenant extends Sabl {
  tenant = "a";
}

class Custom implements IContext {
  constructor(private readonly ctx: IContext) {}
  value(key: symbol) {
    return this.ctx.value(key);
  }
  get canceler() {
    return this.ctx.canceler;
  }
}

export const sabl = (ctx: IContext, tenant: Tenant) => [
  sablCancel(tenant), // ok: a class of the library
  sablCancel(new Custom(ctx)), // ok: any `canceler` will do
  sablCancel({ ...ctx }), // want unpropagated: "this object"
  sablCancel(Object.create(ctx)), // want throws: "this object"
];

export const shapes = (puru: Puru, like: Like) => [
  puruTimeout(new Forwarding(puru), 500), // ok: any signal will do
  puruTimeout({ ...puru }, 500), // want throws: "this object"
  likeCancel({ ...like }), // ok: plain objects of closures
  likeCancel(new Forwarding(like)), // ok: removed by a cancel
];
