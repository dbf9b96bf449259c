/**
 * A query goes to a replica under a deadline and, when the replica lags behind, to the primary under a new one. The
 * second deadline takes the variables of the first, so `abort()` in `finally` stops only the last of them.
 */
import { setTimeout as sleep } from "node:timers/promises";
import * as context from "@loke/context";

const DEADLINE_MS = Number(process.env.DEADLINE_MS ?? 3000);

const service = context.withAbort(context.background);
/** Outlives every query: the demo counts what still hangs on it. */
export const longLived = service.ctx.signal;

async function query(ctx, host, sql) {
  await sleep(2, undefined, { signal: ctx.signal });
  return { lagging: host === "replica", rows: `${host}: ${sql}` };
}

async function select(parent, sql) {
  let { ctx, abort } = context.withTimeout(parent, DEADLINE_MS);
  try {
    let reply = await query(ctx, "replica", sql);
    if (reply.lagging) {
      ({ ctx, abort } = context.withTimeout(parent, DEADLINE_MS));
      reply = await query(ctx, "primary", sql);
    }
    return reply.rows;
  } finally {
    abort();
  }
}

async function main() {
  console.log(await select(service.ctx, "select 1"));
  console.log(await select(service.ctx, "select 2"));
}

await main();
