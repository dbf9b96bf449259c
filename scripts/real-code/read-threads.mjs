/**
 * @param {string} text what `--threads` was given
 * @returns {number}
 */
export function readThreads(text) {
  const threads = Number(text);
  if (!Number.isInteger(threads) || threads < 1) throw new Error(`--threads is "${text}", wanted a number from 1`);
  return threads;
}
