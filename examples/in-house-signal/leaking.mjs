/**
 * No library, no settings: the project's own signal helper, recognised by its shape. The download that fails rejects
 * the `await`, and `cleanup()` below it never runs.
 */
import { setTimeout as sleep } from "node:timers/promises";
import { createDeadlineSignal } from "./deadline-signal.mjs";

const DEADLINE_MS = Number(process.env.DEADLINE_MS ?? 3000);

const shutdown = new AbortController();
/** Outlives every download: the demo counts what still hangs on it. */
export const longLived = shutdown.signal;

async function download(url, signal) {
  await sleep(2, undefined, { signal });
  if (url.endsWith(".tmp")) throw new Error(`${url}: 404`);
  return `${url}: 200`;
}

async function mirror(url) {
  const { signal, cleanup } = createDeadlineSignal(shutdown.signal, DEADLINE_MS);
  const answer = await download(url, signal);
  cleanup();
  return answer;
}

async function main() {
  const urls = ["/a.json", "/b.tmp", "/c.tmp"];
  const settled = await Promise.allSettled(urls.map((url) => mirror(url)));
  for (const result of settled) console.log(result.status === "fulfilled" ? result.value : result.reason.message);
}

await main();
