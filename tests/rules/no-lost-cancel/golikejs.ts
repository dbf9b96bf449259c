// golikejs: tuples; `withAbort` gives an AbortController; `withTimeout` gives a context alone.
import { afterFunc, background, toAbortSignal, withAbort, withCancel, withCancelCause } from "golikejs/context";
import { withTimeout } from "@okudai/golikejs/context";
import * as ctxlib from "@okdaichi/golikejs/context";
import { context } from "@okdaichi/golikejs";
import type { Context } from "golikejs/context";

declare function fetchAll(ctx: Context): Promise<string[]>;
declare function poll(ctx: Context): boolean;

export async function awaitRejects(parent: Context) {
  const [ctx, cancel] = withCancel(parent); // want exception: "await` on line 13 rejects"
  const rows = await fetchAll(ctx);
  cancel();
  return rows;
}

export function returnsEarly(parent: Context) {
  const [ctx, cancel] = ctxlib.withCancelCause(parent); // want early-return: "return at line 20"
  if (poll(ctx)) return true;
  cancel(undefined);
  return false;
}

export async function inFinally(parent: Context) {
  const [ctx, cancel] = withCancelCause(parent); // ok: cancelled in finally
  try {
    return await fetchAll(ctx);
  } finally {
    cancel(new Error("done"));
  }
}

export async function fromTheRootOfThePackage() {
  const [ctx, cancel] = context.withCancel(context.background()); // want exception: "await` on line 36 rejects"
  await fetchAll(ctx);
  cancel();
}

export async function controllerAsHandle(parent: Context) {
  const [ctx, controller] = withAbort(parent); // want exception: "await` on line 42 rejects"
  await fetchAll(ctx);
  controller.abort();
}

export async function controllerInFinally(parent: Context) {
  const [ctx, controller] = ctxlib.withAbort(parent); // ok: aborted in finally
  try {
    await fetchAll(ctx);
  } finally {
    controller.abort(new Error("done"));
  }
}

export function controllerForSomeoneElse(parent: Context) {
  const [ctx, controller] = withAbort(parent); // ok: the caller has the controller
  return { ctx, controller };
}

export function dropped(parent: Context) {
  const [ctx] = withCancel(parent); // ok: a cancel takes nothing away from the parent, so nothing is lost
  return poll(ctx);
}

export function droppedOnRoot() {
  const [ctx] = withCancel(background()); // ok: holds nothing
  return poll(ctx);
}

export async function timeoutHasNoCancel(parent: Context) {
  const ctx = withTimeout(parent, 500); // ok: a context alone, it ends by itself
  await fetchAll(ctx);
  const other = context.withTimeout(parent, 500); // ok: a context alone
  return toAbortSignal(other);
}

export function stopMayBeDropped(parent: Context) {
  afterFunc(parent, () => console.log("over")); // ok: its stop function may be dropped
}
