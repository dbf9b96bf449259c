// @6river/context: named exports, tuples.
import * as context from "@6river/context";
import { background, withCancel, withTimeout, withValue } from "@6river/context";
import type { Context } from "@6river/context";

declare function load(ctx: Context, order: string): Promise<string>;
declare function peek(ctx: Context, order: string): boolean;

export async function awaitRejects(parent: Context, order: string) {
  const [ctx, cancel] = withTimeout(parent, 2000); // want exception: "await` on line 11 rejects"
  const loaded = await load(ctx, order);
  cancel();
  return loaded;
}

export function returnsEarly(parent: Context, orders: string[]) {
  const [ctx, cancel] = context.withCancel(parent); // want early-return: "return at line 18"
  if (orders.length === 0) return;
  for (const order of orders) peek(ctx, order);
  cancel();
}

export async function inFinally(parent: Context, order: string) {
  const [ctx, cancel] = withTimeout(parent, 2000); // ok: cancelled in finally
  try {
    return await load(ctx, order);
  } finally {
    cancel();
  }
}

export function dropped(parent: Context, order: string) {
  const [ctx] = withCancel(parent); // want discarded: "discarded"
  return peek(ctx, order);
}

export function droppedOnRoot(order: string) {
  const [ctx] = withCancel(background()); // ok: a link to a root that never ends holds nothing
  return peek(ctx, order);
}

export function timerOnRoot(order: string) {
  const [ctx] = withTimeout(background(), 2000); // want discarded: "discarded"
  return peek(ctx, order);
}

export function valueOnly(parent: Context, order: string) {
  const ctx = withValue(parent, "order", order); // ok: a context with a value has nothing to release
  return peek(ctx, order);
}

export function notExported(parent: Context, at: Date, order: string) {
  const made = context.withDeadline(parent, at); // ok: the library has no such export
  return peek(made.ctx, order);
}
