// @coffee-toolbox/context: static methods of the exported class, tuples.
import { Context } from "@coffee-toolbox/context";

declare function count(ctx: Context, table: string): Promise<number>;
declare function cheap(ctx: Context): boolean;

export async function awaitRejects(parent: Context) {
  const [ctx, cancel] = Context.withTimeout(parent, 500); // want exception: "await` on line 9 rejects"
  const rows = await count(ctx, "orders");
  cancel();
  return rows;
}

export function returnsEarly(parent: Context) {
  const [ctx, cancel] = Context.withCancel(parent); // want early-return: "return at line 16"
  if (cheap(ctx)) return 0;
  cancel(Context.reason("not cheap"));
  return 1;
}

export async function inFinally(parent: Context) {
  const [ctx, cancel] = Context.withTimeout(parent, 500); // ok: cancelled in finally
  try {
    return await count(ctx, "orders");
  } finally {
    cancel();
  }
}

export async function required(parent: unknown) {
  const { Context: Ctx } = require("@coffee-toolbox/context");
  const [ctx, cancel] = Ctx.withTimeout(parent, 500); // want exception: "await` on line 33 rejects"
  await count(ctx, "orders");
  cancel();
}

export function onFulfilmentOnly(parent: Context) {
  const [ctx, cancel] = Context.withTimeout(parent, 500); // want exception: "`cancel` is not called"
  return count(ctx, "orders").then((rows) => {
    cancel();
    return rows;
  });
}

export function dropped(parent: Context) {
  const [ctx] = Context.withTimeout(parent, 500); // want discarded: "discarded"
  return cheap(ctx);
}

export function droppedWithoutTimer(parent: Context) {
  const [ctx] = Context.withCancel(parent); // ok: holds nothing that a cancel would free
  return cheap(ctx);
}

export function valueOnly() {
  return Context.withValue(Context.background(), { tenant: 1 }); // ok: a value has nothing to release
}
