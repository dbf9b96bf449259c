import { wrapRule } from "../wrap-rule.mjs";

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
  return {
    rule: wrapRule(rule, (work) => {
      const start = process.cpuUsage();
      try {
        return work();
      } finally {
        const { user, system } = process.cpuUsage(start);
        spent += (user + system) / 1_000;
      }
    }),
    take() {
      const ms = spent;
      spent = 0;
      return ms;
    },
  };
}
