/** What ESLint's `--stats` adds to a rule by looking at the clock around each call of a listener. */
import { lintTimed } from "../lint-timed.mjs";
import { median } from "../median.mjs";
import { configOf, ruleNamed, rulesOf } from "../rules.mjs";
import { linesOf } from "../sample.mjs";
import { wrapRule } from "../wrap-rule.mjs";

/**
 * @typedef {object} Calls
 * @property {(key: string) => number} perLine how often ESLint calls a rule, `create` included
 * @property {number} clockMs what one call costs of which nothing but the clock is to be seen
 */

/**
 * Counts the calls of each rule, and times a rule that does nothing at every node.
 *
 * @param {readonly import("../corpus.mjs").Source[]} sources
 * @param {readonly string[]} keys
 * @returns {Calls}
 */
export function countCalls(sources, keys) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  /**
   * @param {string} key
   * @param {import("eslint").Rule.RuleModule} rule
   */
  const counted = (key, rule) =>
    wrapRule(rule, (work) => {
      counts.set(key, (counts.get(key) ?? 0) + 1);
      return work();
    });
  const idle = { create: () => ({ "*": () => undefined }) };
  const named = keys.flatMap((key) => rulesOf(key).map((rule) => /** @type {const} */ ([key, rule])));
  const rules = named.map(([key, rule], i) => /** @type {const} */ ([`${i}`, counted(key, ruleNamed(rule))]));
  const config = configOf([]).map((one) => ({
    ...one,
    plugins: {
      counted: { rules: Object.fromEntries(rules) },
      idle: { rules: { idle, counted: counted("idle", idle) } },
    },
    rules: Object.fromEntries(
      ["idle/idle", "idle/counted", ...rules.map(([name]) => `counted/${name}`)].map((name) => [name, "error"]),
    ),
  }));
  // The clock has one price; what a file shows beyond it is a disturbance.
  const prices = sources.map(({ path, text }) => {
    const before = counts.get("idle") ?? 0;
    const ms = lintTimed(text, /** @type {import("eslint").Linter.Config[]} */ (config), path).ruleMs("idle/idle");
    return ms / ((counts.get("idle") ?? NaN) - before);
  });
  const lines = linesOf(sources);
  return {
    perLine: (key) => (counts.get(key) ?? 0) / lines,
    clockMs: median(prices),
  };
}
