// @epikodelabs/streamix/coroutines: named exports, tuples; the parent of `withCancel` is optional.
import { background, withCancel, withDeadline, withTimeout } from "@epikodelabs/streamix/coroutines";
import type { Context } from "@epikodelabs/streamix/coroutines";

declare function receive(ctx: Context): Promise<number>;
declare function pending(ctx: Context): number;

export async function awaitRejects(parent: Context) {
  const [ctx, cancel] = withTimeout(parent, 100); // want exception: "await` on line 10 rejects"
  const value = await receive(ctx);
  cancel();
  return value;
}

export function returnsEarly(parent: Context) {
  const [ctx, cancel] = withDeadline(parent, Date.now() + 100); // want early-return: "return at line 17"
  if (pending(ctx) > 0) return pending(ctx);
  cancel();
  return 0;
}

export async function inFinally(parent: Context) {
  const [ctx, cancel] = withTimeout(parent, 100); // ok: cancelled in finally
  try {
    return await receive(ctx.withValue("id", 1));
  } finally {
    cancel();
  }
}

export async function withoutParent() {
  const [ctx, cancel] = withCancel(); // ok: cancelled in finally
  try {
    return await receive(ctx);
  } finally {
    cancel();
  }
}

export function dropped(parent: Context) {
  const [ctx] = withCancel(parent); // want discarded: "discarded"
  return pending(ctx);
}

export function droppedOnRoot() {
  const [ctx] = withCancel(background()); // ok: a root of its own, gone with its child
  return pending(ctx);
}
