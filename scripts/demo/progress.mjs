/**
 * Shows on a terminal that something is under way, and for how long; elsewhere nothing. The line is gone afterwards.
 *
 * @template T
 * @param {string} label
 * @param {Promise<T>} work
 * @returns {Promise<T>}
 */
export async function showProgress(label, work) {
  const { stderr } = process;
  if (!stderr.isTTY) return work;
  const started = performance.now();
  const draw = () => stderr.write(`\r${label} … ${((performance.now() - started) / 1000).toFixed(1)} s `);
  draw();
  const redraws = setInterval(draw, 200);
  try {
    return await work;
  } finally {
    clearInterval(redraws);
    stderr.write(`\r${" ".repeat(label.length + 12)}\r`);
  }
}
