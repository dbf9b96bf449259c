/**
 * `node bench/cost/no-leaked-timer.mjs`: what timers cost that nobody stops, as a Markdown table. Every number comes from
 * a process of its own.
 */
import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { forms } from "./timers.mjs";

const TIMERS = 10_000;
const TIMEOUT_MS = 3000;

const run = promisify(execFile);
const script = fileURLToPath(new URL("timers.mjs", import.meta.url));

const rows = [];
for (const [key, { name, stops }] of Object.entries(forms)) {
  rows.push({ name, stops, one: await start(key, 1), all: await start(key, TIMERS) });
}

const number = (/** @type {number} */ value) => Math.round(value).toLocaleString("en");
const many = TIMERS.toLocaleString("en");
console.log(`Process ends after: one timer, nothing else running; a timeout has ${number(TIMEOUT_MS)} ms.`);
console.log(
  `The columns after it: ${many} of them, each with a job of 1 kB that its callback needs, counted when the work is`,
);
console.log("over; reachable are the jobs that garbage collection could not take.\n");
console.log("| timer | stopped | process ends after | timers | reachable | memory each |");
console.log("|---|---|--:|--:|--:|--:|");
for (const { name, stops, one, all } of rows) {
  const ends = one.aliveMs > TIMEOUT_MS + 500 ? "never" : `${number(one.aliveMs)} ms`;
  const cells = [name, stops, ends, number(all.timers), number(all.reachable), `${number(all.heldBytes / TIMERS)} B`];
  console.log(`| ${cells.join(" | ")} |`);
}
console.log(`\nNode ${process.versions.node}, ${process.platform} ${process.arch}.`);

/**
 * @param {string} key
 * @param {number} count
 * @returns {Promise<{ timers: number, reachable: number, heldBytes: number, aliveMs: number }>}
 */
async function start(key, count) {
  const collect = count > 1 ? ["--expose-gc"] : [];
  const { stdout } = await run(process.execPath, [...collect, script, key, `${count}`, `${TIMEOUT_MS}`]);
  return JSON.parse(stdout);
}
