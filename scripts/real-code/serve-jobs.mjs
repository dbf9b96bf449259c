/** The side of a thread of run-workers.mjs. */
import { parentPort } from "node:worker_threads";

/**
 * Does one job after the other, and says which file it is about to read, how the job went, or why it failed.
 *
 * @template Job, Outcome
 * @param {(job: Job, onFile: (path: string) => void) => Promise<Outcome>} run
 */
export function serveJobs(run) {
  const port = parentPort;
  if (!port) throw new Error("to be started as a worker, by one of the scripts");
  const onFile = (/** @type {string} */ path) => { port.postMessage({ path }); };
  port.on("message", (/** @type {Job} */ job) => {
    run(job, onFile).then(
      (outcome) => { port.postMessage({ outcome }); },
      (/** @type {unknown} */ error) => { port.postMessage({ error: String(error) }); },
    );
  });
}
