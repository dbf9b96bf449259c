/** Shares repositories out among threads, and says on stderr how far they are. */
import { Worker } from "node:worker_threads";

/** @typedef {{ snapshot: import("./snapshots.mjs").Snapshot; commit: string }} Job */

/**
 * What a thread says: the file it is about to lint, how a repository went, or why it could not be linted.
 *
 * @typedef {{ path?: string; outcome?: import("./lint-repository.mjs").Outcome; error?: string }} Answer
 */

const STUCK_AFTER_MS = 60_000;

/**
 * @param {readonly Job[]} jobs
 * @param {{ plugin: string; threads: number; lint: import("./lint-repository.mjs").LintOptions }} options
 * @returns {Promise<import("./lint-repository.mjs").Outcome[]>} in the order of the jobs
 */
export async function runWorkers(jobs, { plugin, threads, lint }) {
  /** @type {import("./lint-repository.mjs").Outcome[]} */
  const outcomes = [];
  let started = 0;
  let finished = 0;
  const runThread = async () => {
    const worker = new Worker(new URL("./worker.mjs", import.meta.url), { workerData: { plugin, options: lint } });
    try {
      for (let index = started++; index < jobs.length; index = started++) {
        const job = jobs[index];
        if (!job) return;
        const begin = performance.now();
        const outcome = await runJob(worker, job);
        outcomes[index] = outcome;
        finished += 1;
        console.error(`[${finished}/${jobs.length}] ${describe(outcome, performance.now() - begin)}`);
      }
    } finally {
      await worker.terminate();
    }
  };
  await Promise.all(Array.from({ length: Math.min(threads, jobs.length) }, runThread));
  return outcomes;
}

/**
 * @param {Worker} worker
 * @param {Job} job
 * @returns {Promise<import("./lint-repository.mjs").Outcome>}
 */
function runJob(worker, job) {
  return new Promise((resolve, reject) => {
    let current = "";
    // A rule that never comes back would otherwise look like a slow repository.
    const warn = () => { console.error(`${job.snapshot.repository} ${current}: no answer for a minute`); };
    const watch = setTimeout(warn, STUCK_AFTER_MS);
    const stop = () => {
      clearTimeout(watch);
      worker.off("message", onMessage);
      worker.off("error", onError);
    };
    const onMessage = (/** @type {Answer} */ answer) => {
      if (answer.path !== undefined) {
        current = answer.path;
        watch.refresh();
        return;
      }
      stop();
      if (answer.outcome) resolve(answer.outcome);
      else reject(new Error(`${job.snapshot.repository}: ${answer.error}`));
    };
    const onError = (/** @type {Error} */ error) => {
      stop();
      reject(error);
    };
    worker.on("message", onMessage);
    worker.on("error", onError);
    worker.postMessage(job);
  });
}

/**
 * @param {import("./lint-repository.mjs").Outcome} outcome
 * @param {number} ms
 */
function describe({ repository, files, lines, reports, changes, crashes, broken }, ms) {
  const size = `${files} files, ${(lines / 1000).toFixed(0)} kLoC in ${(ms / 1000).toFixed(1)} s`;
  const rare = Object.entries({ fixes: changes, CRASHES: crashes, BROKEN: broken })
    .flatMap(([word, found]) => found.length > 0 ? `, ${found.length} ${word}` : []);
  return `${repository}: ${size}, ${reports.length} reports${rare.join("")}`;
}
