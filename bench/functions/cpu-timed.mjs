/**
 * A rule that adds up the processor time of its `create` and its listeners, garbage collection included. Unlike the
 * clock it does not count what other programs on the machine take meanwhile, which long runs suffer from most.
 *
 * @param {import("eslint").Rule.RuleModule} rule
 * @returns {{ rule: import("eslint").Rule.RuleModule, take: () => number }} `take` gives the milliseconds since the
 *   last time it was asked
 */
export function cpuTimed(rule) {
  let spent = 0;
  /**
   * @template T
   * @param {() => T} work
   */
  const timed = (work) => {
    const start = process.cpuUsage();
    try {
      return work();
    } finally {
      const { user, system } = process.cpuUsage(start);
      spent += (user + system) / 1_000;
    }
  };
  /** @param {import("eslint").Rule.RuleListener} listeners */
  const timedListeners = (listeners) =>
    Object.fromEntries(
      Object.entries(listeners).map(([selector, listener]) => [
        selector,
        (/** @type {unknown[]} */ ...given) => timed(() => /** @type {Function} */ (listener)(...given)),
      ]),
    );
  return {
    rule: { ...rule, create: (context) => timedListeners(timed(() => rule.create(context))) },
    take() {
      const ms = spent;
      spent = 0;
      return ms;
    },
  };
}
