/** What bench/peers.mjs does with milliseconds: keeps them by run and file, and adds up what is usual. */
import { median } from "../median.mjs";

/** @typedef {Map<string, Float64Array[]>} Times milliseconds by key, run and file */

/**
 * @param {Times} times
 * @param {string} key a rule, "parse" or "none"
 * @param {{ run: number, file: number, files: number }} at
 * @param {number} ms
 */
export function note(times, key, { run, file, files }, ms) {
  const runs = times.get(key) ?? [];
  times.set(key, runs);
  const inRun = (runs[run] ??= new Float64Array(files));
  inRun[file] = ms;
}

/**
 * The median of the runs for each file, which one disturbed run does not move, summed over the files.
 *
 * @param {Times} times
 * @param {string} key
 * @param {(file: number) => boolean} [counts] which files; all by default
 * @returns {number} milliseconds
 */
export function usual(times, key, counts = () => true) {
  return sumOf(times, key, (runs, file) => (counts(file) ? median(runs) : 0));
}

/**
 * The least of the runs for each file, summed over the files: what else a machine does only ever adds.
 *
 * @param {Times} times
 * @param {string} key
 * @returns {number} milliseconds
 */
export function fastest(times, key) {
  return sumOf(times, key, (runs) => Math.min(...runs));
}

/**
 * @param {Times} times
 * @param {string} key
 * @param {(runs: readonly number[], file: number) => number} choose
 */
function sumOf(times, key, choose) {
  const runs = times.get(key) ?? [];
  const files = runs[0]?.length ?? 0;
  let sum = 0;
  for (let file = 0; file < files; file++) {
    const ofFile = runs.map((run) => run[file] ?? NaN);
    sum += choose(ofFile, file);
  }
  return sum;
}
