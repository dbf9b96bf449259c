/** Small steps that the benchmarks share: choosing files, and turning their order. */

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

/** @param {readonly import("./corpus.mjs").Source[]} sources */
export function linesOf(sources) {
  return sources.reduce((sum, { lines }) => sum + lines, 0);
}

/** @param {readonly import("./corpus.mjs").Source[]} sources */
export function sizeOf(sources) {
  return `${sources.length.toLocaleString("en")} files, ${linesOf(sources).toLocaleString("en")} lines`;
}
