/**
 * `node bench/cost/no-leaked-race-timer.mjs`: what timers cost that have lost their race, as a Markdown table. Every
 * number comes from a process of its own.
 */
import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { timeouts } from "./race-timers.mjs";

const RACES = 10_000;
const TIMEOUT_MS = 3000;
/** Long enough that no timer fires while they are counted, short enough to wait for. */
const COUNT_TIMEOUT_MS = 5000;

const run = promisify(execFile);
const script = fileURLToPath(new URL("race-timers.mjs", import.meta.url));

const rows = [];
for (const [key, { name, clears }] of Object.entries(timeouts)) {
  const [one, all] = await Promise.all([runRaces(key, 1, TIMEOUT_MS), runRaces(key, RACES, COUNT_TIMEOUT_MS)]);
  rows.push({ name, clears, aliveMs: one.aliveMs, held: all });
}

const perRace = (/** @type {number} */ bytes) => `${Math.round(bytes / RACES).toLocaleString("en")} B`;
const many = RACES.toLocaleString("en");
console.log(`Process ends after: one race with a timeout of ${TIMEOUT_MS} ms, won at once, nothing else running.`);
console.log(`The columns after it: ${many} races that are all won, counted when the last one is.\n`);
console.log("| timeout | timer | process ends after | timers | heap a race |");
console.log("|---|---|--:|--:|--:|");
for (const { name, clears, aliveMs, held } of rows) {
  const cells = [
    name,
    clears,
    `${Math.round(aliveMs).toLocaleString("en")} ms`,
    held.timers.toLocaleString("en"),
    perRace(held.heldBytes),
  ];
  console.log(`| ${cells.join(" | ")} |`);
}
console.log(`\nNode ${process.versions.node}, ${process.platform} ${process.arch}.`);

/**
 * @param {string} key
 * @param {number} races
 * @param {number} ms
 * @returns {Promise<{ timers: number, heldBytes: number, aliveMs: number }>}
 */
async function runRaces(key, races, ms) {
  const collect = races > 1 ? ["--expose-gc"] : [];
  const { stdout } = await run(process.execPath, [...collect, script, key, `${races}`, `${ms}`]);
  return JSON.parse(stdout);
}
