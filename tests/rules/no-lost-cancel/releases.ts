// Every spelling of a release, and what only looks like one. `./context` is an in-house module, known by its shape.
import { withAbort, withTimeout } from "@loke/context";
import type { Context } from "@loke/context";
import { withCancel, withDeadline } from "./context";

declare function work(ctx: Context): Promise<string>;
declare function step(ctx: Context): void;
declare function report(error: unknown): void;

export async function plainCall(parent: Context) {
  const { ctx, abort } = withTimeout(parent, 500); // ok: called in finally
  try {
    await work(ctx);
  } finally {
    abort();
  }
}

export async function optionalCall(parent: Context) {
  let abort: (() => void) | undefined;
  let ctx = parent;
  try {
    ({ ctx, abort } = withTimeout(parent, 500)); // ok: called in finally
    await work(ctx);
  } finally {
    abort?.();
  }
}

export async function assertedCall(parent: Context) {
  const [ctx, cancel] = withCancel(parent); // ok: called in finally
  try {
    await work(ctx);
  } finally {
    cancel!();
  }
}

export async function awaitedCall(parent: Context) {
  const [ctx, cancel] = withCancel(parent); // ok: called in finally, a release never rejects
  try {
    await work(ctx);
  } finally {
    await cancel();
    report(undefined);
  }
}

export async function twoAwaitedReleases(parent: Context) {
  const [ctx, cancel] = withCancel(parent); // ok: a release that rejects is nobody's leak
  const [other, cancelOther] = withCancel(parent); // ok: the release before it never rejects
  try {
    await Promise.all([work(ctx), work(other)]);
  } finally {
    await cancel();
    await cancelOther();
  }
}

export async function withArguments(parent: Context) {
  const [ctx, cancel] = withCancel(parent); // ok: called with a reason on both paths
  try {
    await work(ctx);
    cancel("done");
  } catch (error) {
    cancel(error);
    throw error;
  }
}

export function oddCalls(parent: Context, way: number) {
  const [ctx, cancel] = withCancel(parent); // ok: called on every path
  step(ctx);
  if (way === 0) void cancel();
  else if (way === 1) cancel.call(undefined);
  else if (way === 2) (0, cancel)();
  else return cancel();
}

export function memberCalls(parent: Context, quick: boolean) {
  const handle = withAbort(parent); // ok: called on both paths
  step(handle.ctx);
  if (quick) handle["abort"]();
  else handle?.abort?.();
}

export function alias(parent: Context) {
  const [ctx, cancel] = withCancel(parent); // ok: called by another name
  const stop = cancel;
  step(ctx);
  stop();
}

export async function aliasMissed(parent: Context) {
  const [ctx, cancel] = withCancel(parent); // want exception: "await` on line 97 rejects"
  const stop = cancel;
  await work(ctx);
  stop();
}

export function finallyOnThePromise(parent: Context) {
  const [ctx, cancel] = withCancel(parent); // ok: `.finally(cancel)`
  return work(ctx).finally(cancel);
}

export async function finallyOnTheAwaitedPromise(parent: Context) {
  const [ctx, cancel] = withDeadline(parent, 500); // ok: `.finally(() => cancel())`
  const result = await work(ctx).finally(() => cancel());
  return result.length;
}

export function bothOutcomes(parent: Context) {
  const [ctx, cancel] = withCancel(parent); // ok: `.then(cancel, cancel)`
  work(ctx).then(cancel, cancel);
}

export function bothOutcomesWithBodies(parent: Context) {
  const [ctx, cancel] = withCancel(parent); // ok: cancelled in both callbacks
  return work(ctx).then(
    (result) => {
      cancel();
      return result;
    },
    (error) => {
      cancel();
      throw error;
    },
  );
}

export function thenAndCatch(parent: Context) {
  const [ctx, cancel] = withCancel(parent); // ok: fulfilled it is cancelled by one, rejected by the other
  work(ctx).then(cancel).catch(cancel);
}

export function caughtThenReleased(parent: Context) {
  const [ctx, cancel] = withCancel(parent); // ok: after a catch that does nothing, `then` always runs
  work(ctx).catch(() => {}).then(cancel);
}

export function fulfilmentOnly(parent: Context) {
  const [ctx, cancel] = withCancel(parent); // want exception: "`cancel` is not called"
  return work(ctx).then(cancel);
}

export async function fulfilmentOnlyAwaited(parent: Context) {
  const [ctx, cancel] = withCancel(parent); // want exception: "`cancel` is not called"
  await work(ctx).then(() => cancel());
}

export async function inTryAndInCatch(parent: Context) {
  const { ctx, abort } = withTimeout(parent, 500); // ok: in try and in catch
  try {
    const result = await work(ctx);
    abort();
    return result;
  } catch (error) {
    abort();
    throw error;
  }
}

export async function onlyInCatch(parent: Context) {
  const { ctx, abort } = withTimeout(parent, 500); // want early-return: "return at line 166"
  try {
    return await work(ctx);
  } catch (error) {
    abort();
    throw error;
  }
}

export async function usingADisposable(parent: Context) {
  const { ctx, abort } = withTimeout(parent, 500); // ok: released at the end of the scope
  using _ = { [Symbol.dispose]: abort };
  await work(ctx);
}

export async function usingAMethod(parent: Context) {
  const { ctx, abort } = withTimeout(parent, 500); // ok: released at the end of the scope
  await using _ = {
    async [Symbol.asyncDispose]() {
      abort();
    },
  };
  await work(ctx);
}

export async function usingTooLate(parent: Context) {
  const { ctx, abort } = withTimeout(parent, 500); // want exception: "await` on line 191 rejects"
  await work(ctx);
  using _ = { [Symbol.dispose]: abort };
  step(ctx);
}

export async function deferredOnAStack(parent: Context) {
  using stack = new DisposableStack();
  const first = withAbort(parent); // ok: deferred
  stack.defer(first.abort);
  const second = withAbort(parent); // ok: deferred in a closure
  stack.defer(() => second.abort());
  const { ctx, abort } = withAbort(parent); // ok: adopted
  stack.adopt(abort, (stop) => stop());
  const last = withAbort(parent); // ok: used
  stack.use({ [Symbol.dispose]: last.abort });
  await Promise.all([work(first.ctx), work(second.ctx), work(ctx), work(last.ctx)]);
}

export async function handedToAStack(parent: Context, stack: DisposableStack) {
  const { ctx, abort } = withAbort(parent); // ok: whoever owns the stack disposes it
  stack.defer(abort);
  await work(ctx);
}

export function onlyMentioned(parent: Context) {
  const [ctx, cancel] = withCancel(parent); // want never-released: "never called"
  step(ctx);
  void cancel;
}

export function onlyTested(parent: Context) {
  const [ctx, cancel] = withCancel(parent); // want never-released: "never called"
  step(ctx);
  if (cancel) report("still running");
}

export function otherMethod(parent: Context) {
  const handle = withAbort(parent); // want never-released: "never called"
  step(handle.ctx);
  return handle.ctx.signal?.aborted;
}

export function onRejectionOnly(parent: Context) {
  const [ctx, cancel] = withCancel(parent); // want branch: "is not called when the promise on line"
  work(ctx).catch(cancel);
}
