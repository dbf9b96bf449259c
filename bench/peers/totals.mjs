/** Small steps of bench/peers.mjs: choosing files, and adding up what they took. */

/** @typedef {Map<string, Float64Array>} Times the least milliseconds of each file, by rule, "parse" or "none" */

/**
 * @param {Times} times
 * @param {number} lines
 * @returns {(key: string) => number} milliseconds for 1,000 lines
 */
export function totals(times, lines) {
  return (key) => ((times.get(key)?.reduce((sum, ms) => sum + ms, 0) ?? NaN) * 1_000) / lines;
}

/**
 * @template T
 * @param {readonly T[]} list
 * @param {number} n
 */
export function everyNth(list, n) {
  return list.filter((_, i) => i % n === 0);
}

/**
 * @template T
 * @param {readonly T[]} list
 * @param {number} by
 */
export function rotate(list, by) {
  const at = by % list.length;
  return [...list.slice(at), ...list.slice(0, at)];
}

/** @param {readonly import("../corpus.mjs").Source[]} sources */
export function linesOf(sources) {
  return sources.reduce((sum, { lines }) => sum + lines, 0);
}
