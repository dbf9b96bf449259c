// What in-house contexts and signal helpers are called in real code, and what only looks like them.
import { combine, context, registry, tasks } from "./runtime";
import { createTimeoutSignal, linkedRoundAbort, setupSignal } from "./signals";

declare function work(signal: unknown): Promise<string>;

export async function namedAfterTheCancel(parent: Ctx) {
  const [ctxWithCancel, cancel] = parent.withCancel(); // want exception: "`cancel` is not called"
  try {
    await work(ctxWithCancel);
  } catch (error) {
    return error;
  }
  cancel();
}

export async function endedByItself(parent: Ctx) {
  const [childCtx, cancel] = parent.withTimeout(500); // ok: a context that has ended holds nothing
  const result = await work(childCtx).catch(() => undefined);
  if (childCtx.isCancelled()) return;
  if (childCtx.err() !== null) return;
  cancel();
  return result;
}

export async function notEndedByItself(parent: Ctx) {
  const [childCtx, cancel] = parent.withTimeout(500); // want early-return: "return at line"
  const result = await work(childCtx).catch(() => undefined);
  if (!childCtx.isCancelled()) return result;
  cancel();
}

export async function childOfTheCurrent() {
  const [requestCtx, cancelRequestCtx] = context().createChild({ span: "request" }); // want exception: "`cancelRequestCtx`"
  await work(requestCtx);
  cancelRequestCtx();
}

export async function keptWhole() {
  const timeout = createTimeoutSignal({ ms: 500 }); // want exception: "`timeout.clear` is not called"
  await work(timeout.signal);
  timeout.clear();
}

export async function keptWholeAndCleared() {
  const round = linkedRoundAbort(undefined); // ok: disposed in finally
  try {
    return await work(round.signal);
  } finally {
    round.dispose();
  }
}

export async function keptWholeOnACondition(ms: number | undefined) {
  const timeout = ms ? createTimeoutSignal({ ms }) : undefined; // want exception: "`timeout.cleanup` is not called"
  await work(timeout?.signal);
  timeout?.cleanup();
}

export async function three() {
  const [signal, abort, done] = setupSignal(); // want exception: "is not called when the `await`"
  await work(signal);
  done();
  return abort;
}

export async function controllerAndCleanup(outer: AbortSignal) {
  const { abortController, cleanup } = combine.linkAbort(outer); // want exception: "`cleanup` is not called"
  await work(abortController.signal);
  cleanup();
}

export async function controllerAlone() {
  const { controller, abort } = bundle(); // ok: nothing is held by a controller
  await work(controller.signal);
  abort();
}

function bundle() {
  const controller = new AbortController();
  return { controller, signal: controller.signal, abort: () => controller.abort(), cancel: () => controller.abort() };
}

export async function bundledHere() {
  const { signal, cancel } = bundle(); // ok: `bundle` starts no timer and adds no listener
  await work(signal);
  cancel();
}

export async function lookedUp(id: string) {
  const { signal, cancel } = tasks.get(id); // ok: made by someone else
  await work(signal);
  cancel();
  const { ctx, cancel: stop } = registry.findContext(id); // ok: made by someone else
  await work(ctx);
  stop();
}

export function fromAHook() {
  const { signal, abort } = useAbortSignal(); // ok: a hook cleans up itself
  return signal.aborted ? undefined : work(signal).then(abort, abort);
}

export async function onlyTheContext(deadline: number) {
  const { ctx } = Context.withDeadline(Context.background(), deadline); // want discarded: "discarded"
  await work(ctx);
}

export async function notAFunction(call: unknown) {
  const { context: callContext, maybeCancel } = createCallContext(call); // ok: `maybeCancel` is an object
  await work(callContext);
  maybeCancel.cancel = undefined;
  const { ctx, cancelState } = createCallContext(call); // ok: so is `cancelState`
  await work(ctx);
  cancelState.reason = undefined;
}

export function bothOfThree() {
  const [signal, abort, done] = setupSignal(); // ok: `done` when it is fulfilled, `abort` when it is rejected
  return work(signal).then((result) => {
    done();
    return result;
  }, abort);
}

export class Root {
  declare withCancel: () => { context: unknown; cancel: () => void };

  withTimeout(ms: number) {
    const { context, cancel } = this.withCancel(); // ok: this is the library, which lets the child end by itself
    setTimeout(() => undefined, ms);
    return [context, typeof cancel];
  }
}
