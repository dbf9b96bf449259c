// @likego/context and @go-like/context: named exports, tuples.
import { afterFunc, background, withCancel, withCancelCause, withTimeout, withTimeoutCause } from "@likego/context";
import * as golike from "@go-like/context";
import type { Context } from "@go-like/context";

declare function charge(ctx: Context, cents: number): Promise<string>;
declare function quote(ctx: Context): number;

export async function awaitRejects(parent: Context) {
  const [ctx, cancel] = withTimeout(parent, 5_000); // want exception: "await` on line 11 rejects"
  const receipt = await charge(ctx, 100);
  cancel();
  return receipt;
}

export async function otherName(parent: Context) {
  const [ctx, cancel] = golike.withDeadline(parent, new Date()); // want exception: "await` on line 18 rejects"
  await charge(ctx, 200);
  cancel();
}

export function returnsEarly(parent: Context) {
  const [ctx, cancel] = withTimeoutCause(parent, 5_000, new Error("slow")); // want early-return: "return at line 24"
  if (quote(ctx) > 100) return undefined;
  cancel();
  return ctx.err();
}

export async function inFinally(parent: Context) {
  const [ctx, cancel] = golike.withDeadlineCause(parent, new Date(), null); // ok: cancelled in finally
  try {
    await charge(ctx, 300);
  } finally {
    cancel();
  }
}

export async function withACause(parent: Context) {
  const [ctx, cancel] = withCancelCause(parent); // ok: cancelled on both paths, once with the cause
  try {
    await charge(ctx, 400);
    cancel(null);
  } catch (error) {
    cancel(error as Error);
    throw error;
  }
}

export async function causeOnlyOnFailure(parent: Context) {
  const [ctx, cancel] = withCancelCause(parent); // want early-return: "return at line 52"
  try {
    return await charge(ctx, 500);
  } catch (error) {
    cancel(error as Error);
    throw error;
  }
}

export function dropped(parent: Context) {
  const [ctx] = withCancel(parent); // want discarded: "discarded"
  return quote(ctx);
}

export function droppedOnRoot() {
  const [ctx] = withCancel(background()); // ok: a link to a root that never ends holds nothing
  return quote(ctx);
}

export function stopMayBeDropped(parent: Context) {
  afterFunc(parent, () => console.log("over")); // ok: its stop function may be dropped
  return quote(golike.withoutCancel(parent)); // ok: not cancellable
}
