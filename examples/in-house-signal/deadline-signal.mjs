/**
 * The kind of helper many projects write for themselves: a signal that aborts with its parent or after a time.
 * The caller must call `cleanup` when the work is over.
 *
 * @param {AbortSignal} parent
 * @param {number} ms
 */
export function createDeadlineSignal(parent, ms) {
  const controller = new AbortController();
  const abort = () => controller.abort(parent.reason);
  const timer = setTimeout(() => controller.abort(new Error("deadline passed")), ms);
  parent.addEventListener("abort", abort, { once: true });
  const cleanup = () => {
    clearTimeout(timer);
    parent.removeEventListener("abort", abort);
  };
  return { signal: controller.signal, cleanup };
}
