/** The mirror calls `cleanup` in `finally`: a download that fails leaves nothing behind. */
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
  try {
    return await download(url, signal);
  } finally {
    cleanup();
  }
}

async function main() {
  const urls = ["/a.json", "/b.tmp", "/c.tmp"];
  const settled = await Promise.allSettled(urls.map((url) => mirror(url)));
  for (const result of settled) console.log(result.status === "fulfilled" ? result.value : result.reason.message);
}

await main();
