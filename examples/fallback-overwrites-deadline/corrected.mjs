/** The query with a deadline of its own for each host: no variable is used for two of them. */
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

async function queryWithDeadline(parent, host, sql) {
  const { ctx, abort } = context.withTimeout(parent, DEADLINE_MS);
  try {
    return await query(ctx, host, sql);
  } finally {
    abort();
  }
}

async function select(parent, sql) {
  const reply = await queryWithDeadline(parent, "replica", sql);
  return reply.lagging ? (await queryWithDeadline(parent, "primary", sql)).rows : reply.rows;
}

async function main() {
  console.log(await select(service.ctx, "select 1"));
  console.log(await select(service.ctx, "select 2"));
}

await main();
