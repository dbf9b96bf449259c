/** The profile service asks its cache first and starts a deadline only for work that needs one. */
import { setTimeout as sleep } from "node:timers/promises";
import { background, withAbort, withDeadline } from "@loke/context";

const DEADLINE_MS = Number(process.env.DEADLINE_MS ?? 3000);

const service = withAbort(background);
/** Outlives every lookup: the demo counts what still hangs on it. */
export const longLived = service.ctx.signal;

const cache = new Map();

async function loadProfile(ctx, id) {
  await sleep(2, undefined, { signal: ctx.signal });
  return { id, name: `user ${id}` };
}

async function getProfile(parent, id) {
  if (cache.has(id)) return cache.get(id);
  const { ctx, abort } = withDeadline(parent, Date.now() + DEADLINE_MS);
  try {
    cache.set(id, await loadProfile(ctx, id));
    return cache.get(id);
  } finally {
    abort();
  }
}

async function main() {
  for (const id of [1, 2, 1, 1, 2]) console.log((await getProfile(service.ctx, id)).name);
}

await main();
