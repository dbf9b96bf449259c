/**
 * Runs in a process of its own: `node timers.mjs <form> <count> <ms>`. Starts so many timers the way of that form, lets
 * go of all else, and prints what is held and when the process ended; one that
 * would not end is stopped. With --expose-gc it collects garbage before it counts.
 */
import { writeSync } from "node:fs";
import { setImmediate as turn, setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";

/** After so long a process counts as one that does not end. */
const PATIENCE_MS = 4000;

/** Something that a timer's callback needs, so that it stays as long as the timer does. */
class Job {
  data = new Uint8Array(1024);
  /** @type {NodeJS.Timeout | undefined} */
  timer;

  tick() {
    this.data[0] = 1;
  }
}

const fails = async () => {
  await turn();
  throw new Error("the work fails");
};

/**
 * The forms that the rule tells apart.
 *
 * @type {Record<string, { name: string, stops: string, start: (job: Job, ms: number) => unknown }>}
 */
export const forms = {
  onSuccess: {
    name: "timeout of work that fails",
    stops: "behind the `await`",
    start: async (job, ms) => {
      // eslint-disable-next-line leaks/no-leaked-timer -- what is measured
      const timer = setTimeout(() => job.tick(), ms);
      await fails();
      clearTimeout(timer);
    },
  },
  inFinally: {
    name: "timeout of work that fails",
    stops: "in `finally`",
    start: async (job, ms) => {
      const timer = setTimeout(() => job.tick(), ms);
      try {
        await fails();
      } finally {
        clearTimeout(timer);
      }
    },
  },
  dropped: {
    name: "`setInterval`",
    stops: "never",
    // eslint-disable-next-line leaks/no-leaked-timer -- what is measured
    start: (job) => void setInterval(() => job.tick(), 100),
  },
  stopped: {
    name: "`setInterval`",
    stops: "when the work is done",
    start: async (job) => {
      const timer = setInterval(() => job.tick(), 100);
      await turn();
      clearInterval(timer);
    },
  },
};

if (process.argv[1] === fileURLToPath(import.meta.url)) await main(process.argv.slice(2));

/** @param {string[]} args */
async function main([form = "", count = "1", ms = "0"]) {
  const { start } = forms[form] ?? fail(form);
  const before = heap();
  const began = performance.now();
  /** @type {WeakRef<Job>[]} */
  const jobs = [];
  for (let i = 0; i < Number(count); i++) {
    const job = new Job();
    jobs.push(new WeakRef(job));
    Promise.resolve(start(job, Number(ms))).catch(() => undefined);
  }
  for (let i = 0; i < 5; i++) await turn();
  await sleep(20);
  const heldBytes = heap() - before;
  const timers = process.getActiveResourcesInfo().filter((each) => each === "Timeout").length;
  const reachable = jobs.filter((job) => job.deref()).length;
  const end = () =>
    writeSync(
      1,
      JSON.stringify({
        timers,
        reachable,
        heldBytes,
        aliveMs: performance.now() - began,
      }),
    );
  process.on("exit", end);
  setTimeout(() => process.exit(), PATIENCE_MS).unref();
}

function heap() {
  if (globalThis.gc) for (let i = 0; i < 3; i++) globalThis.gc();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

/**
 * @param {string} form
 * @returns {never}
 */
function fail(form) {
  throw new Error(`No form ${form}; there are ${Object.keys(forms).join(", ")}.`);
}
