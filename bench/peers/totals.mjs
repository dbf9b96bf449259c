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
  const runs = times.get(key) ?? [];
  const usualOf = (/** @type {number} */ file) => (counts(file) ? median(runs.map((each) => each[file] ?? 0)) : 0);
  return [...(runs[0] ?? [])].reduce((sum, _, file) => sum + usualOf(file), 0);
}

/**
 * The same for each run alone, from which the spread is seen.
 *
 * @param {Times} times
 * @param {string} key
 * @returns {number[]} milliseconds
 */
export function byRun(times, key) {
  return (times.get(key) ?? []).map((files) => files.reduce((sum, ms) => sum + ms, 0));
}
