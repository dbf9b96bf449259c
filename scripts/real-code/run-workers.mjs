/** Shares jobs out among threads. */
import { Worker } from "node:worker_threads";

/**
 * What a thread says: the file it is about to read, how a job went, or why it could not be done.
 *
 * @template Outcome
 * @typedef {{ path?: string; outcome?: Outcome; error?: string }} Answer
 */

const STUCK_AFTER_MS = 60_000;

/**
 * @template Job, Outcome
 * @param {readonly Job[]} jobs
 * @param {object} options
 * @param {URL} options.script of the threads, which serves jobs
 * @param {unknown} options.workerData
 * @param {number} options.threads
 * @param {(job: Job) => string} options.nameOf
 * @param {(progress: { outcome: Outcome; ms: number; finished: number }) => void} options.onFinished
 * @returns {Promise<Outcome[]>} in the order of the jobs
 */
export async function runWorkers(jobs, { script, workerData, threads, nameOf, onFinished }) {
  /** @type {Outcome[]} */
  const outcomes = [];
  let started = 0;
  let finished = 0;
  const runThread = async () => {
    const worker = new Worker(script, { workerData });
    try {
      for (let index = started++; index < jobs.length; index = started++) {
        const job = /** @type {Job} */ (jobs[index]);
        const begin = performance.now();
        /** @type {Outcome} */
        const outcome = await runJob(worker, job, nameOf(job));
        outcomes[index] = outcome;
        finished += 1;
        onFinished({ outcome, ms: performance.now() - begin, finished });
      }
    } finally {
      await worker.terminate();
    }
  };
  await Promise.all(Array.from({ length: Math.min(threads, jobs.length) }, runThread));
  return outcomes;
}

/**
 * @template Outcome
 * @param {Worker} worker
 * @param {unknown} job
 * @param {string} name
 * @returns {Promise<Outcome>}
 */
function runJob(worker, job, name) {
  return new Promise((resolve, reject) => {
    let current = "";
    // A rule that never comes back would otherwise look like a slow repository.
    const warn = () => { console.error(`${name} ${current}: no answer for a minute`); };
    const watch = setTimeout(warn, STUCK_AFTER_MS);
    const stop = () => {
      clearTimeout(watch);
      worker.off("message", onMessage);
      worker.off("error", onError);
    };
    const onMessage = (/** @type {Answer<Outcome>} */ answer) => {
      if (answer.path !== undefined) {
        current = answer.path;
        watch.refresh();
        return;
      }
      stop();
      if (answer.outcome) resolve(answer.outcome);
      else reject(new Error(`${name}: ${answer.error}`));
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
