// @dxos/context: a class whose instances are disposed, by `dispose()` or `await using`.
import { Context } from "@dxos/context";

declare function open(ctx: Context): Promise<string>;
declare function trackContext(ctx: Context): void;

export async function awaitRejects(parent: Context) {
  const ctx = parent.derive(); // want exception: "await` on line 9 rejects"
  const name = await open(ctx);
  await ctx.dispose();
  return name;
}

export async function ownRoot() {
  const ctx = new Context(); // want exception: "await` on line 16 rejects"
  await open(ctx);
  await ctx.dispose();
}

export async function defaultRoot() {
  const ctx = Context.default(); // want exception: "await` on line 22 rejects"
  await open(ctx);
  await ctx.dispose();
}

export function returnsEarly(parent: Context) {
  const ctx = parent.derive({ attributes: { job: "sync" } }); // want early-return: "return at line 28"
  if (parent.disposed) return;
  ctx.onDispose(() => console.log("over"));
  void ctx.dispose();
}

export async function inFinally(parent: Context) {
  const ctx = parent.derive(); // ok: disposed in finally
  try {
    return await open(ctx);
  } finally {
    await ctx.dispose();
  }
}

export async function declaredUsing(parent: Context) {
  await using ctx = parent.derive(); // ok: disposed at the end of the scope
  return await open(ctx);
}

export async function newWithUsing() {
  await using ctx = new Context(); // ok: disposed at the end of the scope
  return await open(ctx);
}

export async function onAStack(parent: Context) {
  await using stack = new AsyncDisposableStack();
  const ctx = stack.use(parent.derive()); // ok: the stack disposes it
  return await open(ctx);
}

export async function withItsParent(parent: Context) {
  const job = parent.derive(); // ok: disposed in finally
  const part = job.derive(); // ok: ends with its parent
  try {
    await Promise.all([open(job), open(part)]);
  } finally {
    await job.dispose();
  }
}

export function neverDisposed(parent: Context) {
  const ctx = parent.derive(); // want never-released: "never called"
  return ctx.signal;
}

export function droppedOnTheSpot(parent: Context) {
  return parent.derive().signal; // want discarded: "discarded"
}

export function droppedRoot() {
  return new Context().signal; // ok: a root of its own holds nothing
}

export class Session {
  #ctx?: Context;

  start(parent: Context) {
    this.#ctx = parent.derive(); // ok: the object has it
  }

  async stop() {
    await this.#ctx?.dispose();
  }
}

export function tracked(parent: Context) {
  const ctx = parent.derive(); // ok: the callee keeps it
  trackContext(ctx);
}

export async function trackedAndAwaited(parent: Context) {
  const ctx = parent.derive(); // ok: disposed by the handler that is given away
  parent.onDispose(() => ctx.dispose());
  await open(ctx);
}

export async function perhapsOwn(given: Context | undefined, retries: number) {
  const ctx = given ?? new Context(); // ok: nobody here thinks of its end, and a root holds nothing
  if (retries === 0) return undefined;
  return open(ctx);
}

export async function ownForRetries(retry: (ctx: Context) => Promise<boolean>) {
  const ctx = new Context(); // ok: the same
  if (!navigator.onLine) return "offline";
  return (await retry(ctx)) ? "again" : "done";
}
