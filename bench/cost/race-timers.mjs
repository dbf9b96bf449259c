/**
 * Runs in a process of its own: `node race-timers.mjs <timeout> <races> <ms>`. Runs so many races of work that is done
 * at once against a timeout, and prints what is held and when the process ended. With --expose-gc it collects garbage
 * before it counts.
 */
import { writeSync } from "node:fs";
import { setImmediate as turn, setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";

/**
 * The forms of a timeout that the rule tells apart, each around the same work.
 *
 * @type {Record<string, { name: string, clears: string, race: (work: Promise<void>, ms: number) => Promise<unknown> }>}
 */
export const timeouts = {
  dropped: {
    name: "`Promise.race`",
    clears: "never cleared",
    // eslint-disable-next-line leaks/no-leaked-race-timer -- what is measured
    race: (work, ms) => Promise.race([work, new Promise((_, reject) => setTimeout(reject, ms))]),
  },
  cleared: {
    name: "`Promise.race`",
    clears: "cleared in `finally`",
    race: async (work, ms) => {
      /** @type {NodeJS.Timeout | undefined} */
      let timer;
      try {
        return await Promise.race([work, new Promise((_, reject) => (timer = setTimeout(reject, ms)))]);
      } finally {
        clearTimeout(timer);
      }
    },
  },
  selfMade: {
    name: "`new Promise`, settled by the work",
    clears: "never cleared",
    race: (work, ms) =>
      new Promise((resolve, reject) => {
        // eslint-disable-next-line leaks/no-leaked-race-timer -- what is measured
        setTimeout(reject, ms);
        work.then(resolve, reject);
      }),
  },
  selfMadeCleared: {
    name: "`new Promise`, settled by the work",
    clears: "cleared by the work",
    race: (work, ms) =>
      new Promise((resolve, reject) => {
        const timer = setTimeout(reject, ms);
        work.then(resolve, reject).finally(() => clearTimeout(timer));
      }),
  },
  sleep: {
    name: "`setTimeout` of `node:timers/promises`",
    clears: "no `signal`",
    // eslint-disable-next-line leaks/no-leaked-race-timer -- what is measured
    race: (work, ms) => Promise.race([work, sleep(ms)]),
  },
  sleepAborted: {
    name: "`setTimeout` of `node:timers/promises`",
    clears: "its `signal` aborted",
    race: (work, ms) => {
      const controller = new AbortController();
      const { signal } = controller;
      return Promise.race([work, sleep(ms, undefined, { signal })]).finally(() => controller.abort());
    },
  },
};

const [, program, key = "", count = "", ms = ""] = process.argv;
if (program === fileURLToPath(import.meta.url)) await measure();

async function measure() {
  const timeout = timeouts[key];
  if (timeout === undefined) throw new Error(`unknown timeout "${key}": ${Object.keys(timeouts).join(", ")}`);
  await settle();
  const heapBefore = process.memoryUsage().heapUsed;
  const started = performance.now();
  for (let race = 0; race < Number(count); race++) await timeout.race(Promise.resolve(), Number(ms));
  await settle();
  const timers = process.getActiveResourcesInfo().filter((resource) => resource === "Timeout").length;
  const heldBytes = process.memoryUsage().heapUsed - heapBefore;
  process.on("exit", () => {
    writeSync(1, JSON.stringify({ timers, heldBytes, aliveMs: performance.now() - started }));
  });
  // What is still there rejects when it fires: nobody hears it any more.
  process.on("unhandledRejection", () => {});
}

/** Garbage is collected between turns of the event loop. */
async function settle() {
  for (let round = 0; round < 5; round++) {
    await turn();
    globalThis.gc?.();
  }
}
