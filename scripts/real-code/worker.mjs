/** A thread that lints one repository after the other. */
import { workerData } from "node:worker_threads";
import { loadPlugin } from "./create-linter.mjs";
import { lintRepository } from "./lint-repository.mjs";
import { serveJobs } from "./serve-jobs.mjs";

const plugin = await loadPlugin(workerData.plugin);

serveJobs((/** @type {import("./lint-repository.mjs").Job} */ { snapshot, commit }, onFile) =>
  lintRepository(plugin, snapshot, commit, { ...workerData.options, onFile }));
