/**
 * A rule with something around its `create` and each call of its listeners.
 *
 * @param {import("eslint").Rule.RuleModule} rule
 * @param {<T>(work: () => T) => T} around
 * @returns {import("eslint").Rule.RuleModule}
 */
export function wrapRule(rule, around) {
  /** @param {import("eslint").Rule.RuleListener} listeners */
  const wrap = (listeners) =>
    Object.fromEntries(
      Object.entries(listeners).map(([selector, listener]) => [
        selector,
        (/** @type {unknown[]} */ ...given) => around(() => /** @type {Function} */ (listener)(...given)),
      ]),
    );
  return { ...rule, create: (context) => wrap(around(() => rule.create(context))) };
}
