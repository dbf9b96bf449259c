/**
 * A query goes to the primary under a short deadline and, when that fails, to the replica under a new one. The second
 * deadline takes the variables of the first, so `abort()` in `finally` stops only the last of them.
 */
import { setTimeout as sleep } from "node:timers/promises";
import * as context from "@loke/context";

const DEADLINE_MS = Number(process.env.DEADLINE_MS ?? 3000);

const service = context.withAbort(context.background);
/** Outlives every query: the demo counts what still hangs on it. */
export const longLived = service.ctx.signal;

async function query(ctx, host, sql) {
  await sleep(2, undefined, { signal: ctx.signal });
  if (host === "primary") throw new Error("primary is down");
  return `${host}: ${sql}`;
}

async function select(parent, sql) {
  let { ctx, abort } = context.withTimeout(parent, DEADLINE_MS);
  try {
    return await query(ctx, "primary", sql);
  } catch {
    ({ ctx, abort } = context.withTimeout(parent, DEADLINE_MS));
    return await query(ctx, "replica", sql);
  } finally {
    abort();
  }
}

async function main() {
  console.log(await select(service.ctx, "select 1"));
  console.log(await select(service.ctx, "select 2"));
}

await main();
