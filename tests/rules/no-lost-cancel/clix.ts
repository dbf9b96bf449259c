// @clix-so/co: functions of the exported object `context`, tuples.
import { co, context } from "@clix-so/co";
import type { Context } from "@clix-so/co";

declare function resize(ctx: Context): Promise<number>;
declare function idle(ctx: Context): boolean;

export async function awaitRejects(parent: Context) {
  const [ctx, cancel] = context.withTimeout(parent, 500); // want exception: "await` on line 10 rejects"
  const size = await resize(ctx);
  cancel("resized");
  return size;
}

export function returnsEarly(parent: Context) {
  const [ctx, cancel] = context.withCancel(parent); // want early-return: "return at line 17"
  if (idle(ctx)) return;
  cancel();
}

export async function inFinally() {
  const [ctx, cancel] = context.withDeadline(context.background(), Date.now() + 500); // ok: cancelled in finally
  try {
    return await co(ctx, () => 1);
  } finally {
    cancel();
  }
}

export function dropped() {
  const [ctx] = context.withTimeout(context.todo(), 500); // want discarded: "discarded"
  return idle(ctx);
}

export function droppedWithoutTimer(parent: Context) {
  const [ctx] = context.withCancel(parent); // ok: holds nothing that a cancel would free
  return idle(ctx);
}

export function valueOnly(parent: Context, key: symbol) {
  return context.withValue(parent, key, 1); // ok: a value has nothing to release
}
