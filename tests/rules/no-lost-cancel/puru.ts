// @dmop/puru: named exports, tuples; the timer of a timeout is unref'd, the listener on the parent stays.
import { background, spawn, withCancel, withDeadline, withTimeout, withValue } from "@dmop/puru";
import * as puru from "@dmop/puru";
import type { Context } from "@dmop/puru";

declare function compress(ctx: Context): Promise<Uint8Array>;
declare function queued(ctx: Context): number;

export async function awaitRejects(parent: Context) {
  const [ctx, cancel] = withTimeout(parent, 200); // want exception: "await` on line 11 rejects"
  const bytes = await compress(ctx);
  cancel();
  return bytes;
}

export function returnsEarly(parent: Context) {
  const [ctx, cancel] = puru.withDeadline(parent, new Date()); // want early-return: "return at line 18"
  if (queued(ctx) === 0) return 0;
  cancel("empty");
  return queued(parent);
}

export async function inFinally() {
  const [ctx, cancel] = withTimeout(background(), 200); // ok: cancelled in finally
  const { result } = spawn(() => 1, { ctx });
  try {
    return await result;
  } finally {
    cancel();
  }
}

export async function inTryAndInCatch() {
  const [ctx, cancel] = withDeadline(background(), new Date()); // ok: cancelled in try and in catch
  try {
    await compress(ctx);
    cancel();
  } catch {
    cancel("failed");
  }
}

export async function untilItEnds() {
  const [ctx, cancel] = withTimeout(background(), 150); // want exception: "await` on line 45 rejects"
  await ctx.done();
  cancel();
}

export function droppedTimeout() {
  const [ctx] = withTimeout(background(), 200); // want discarded: "discarded"
  return queued(ctx);
}

export function droppedCancel(parent: Context) {
  const [ctx] = withCancel(parent); // ok: a cancel takes nothing away from the parent, so nothing is lost
  return queued(ctx);
}

export function valueOnly(parent: Context) {
  const ctx = withValue(parent, "trace", "1"); // ok: a context with a value has nothing to release
  return queued(ctx);
}
