/** A thread that checks one part of a corpus after the other. */
import { workerData } from "node:worker_threads";
import { loadPlugin } from "../real-code/create-linter.mjs";
import { serveJobs } from "../real-code/serve-jobs.mjs";
import { createPartChecker } from "./check-part.mjs";

const plugin = await loadPlugin(workerData.plugin);

serveJobs(createPartChecker(plugin, workerData));
