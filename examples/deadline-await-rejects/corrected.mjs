/** The order service with `abort()` in `finally`: a refused card leaves nothing behind. */
import { setTimeout as sleep } from "node:timers/promises";
import * as context from "@loke/context";

const DEADLINE_MS = Number(process.env.DEADLINE_MS ?? 3000);

const service = context.withAbort(context.background);
/** Outlives every order: the demo counts what still hangs on it. */
export const longLived = service.ctx.signal;

async function charge(ctx, order) {
  await sleep(2, undefined, { signal: ctx.signal });
  if (order.amount > 100) throw new Error(`order ${order.id} refused`);
  return `order ${order.id} paid`;
}

async function handleOrder(parent, order) {
  const { ctx, abort } = context.withTimeout(parent, DEADLINE_MS);
  try {
    return await charge(ctx, order);
  } finally {
    abort();
  }
}

async function main() {
  for (const order of [{ id: 1, amount: 20 }, { id: 2, amount: 500 }, { id: 3, amount: 80 }]) {
    console.log(await handleOrder(service.ctx, order).catch((error) => error.message));
  }
}

await main();
