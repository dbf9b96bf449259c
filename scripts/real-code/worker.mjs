/** A thread that lints one repository after the other. */
import { parentPort, workerData } from "node:worker_threads";
import { loadPlugin } from "./create-linter.mjs";
import { lintRepository } from "./lint-repository.mjs";

const port = parentPort;
if (!port) throw new Error("to be started by scripts/real-code.mjs, as a worker");

const plugin = await loadPlugin(workerData.plugin);

port.on("message", (/** @type {import("./run-workers.mjs").Job} */ job) => {
  const onFile = (/** @type {string} */ path) => { port.postMessage({ path }); };
  lintRepository(plugin, job.snapshot, job.commit, { ...workerData.options, onFile }).then(
    (outcome) => { port.postMessage({ outcome }); },
    (/** @type {unknown} */ error) => { port.postMessage({ error: String(error) }); },
  );
});
