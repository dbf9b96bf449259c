import { Linter } from "eslint";

/**
 * Lints one text with ESLint's `stats`: what parsing took, and each rule with its `create` and all its listeners.
 *
 * @param {string} text
 * @param {import("eslint").Linter.Config[]} config
 * @param {string} [filename]
 */
export function lintTimed(text, config, filename = "bench.js") {
  const linter = new Linter();
  // Only `verifyAndFix` keeps times, and its types know neither of these options. Nothing is ever fixed here.
  const options = /** @type {object} */ ({ filename, fix: () => false, stats: true });
  const { messages } = linter.verifyAndFix(text, config, options);
  const broken = messages.find(({ fatal }) => fatal);
  const times = linter.getTimes().passes[0];
  return {
    messages,
    broken: broken && `${filename}:${broken.line}: ${broken.message}`,
    program: linter.getSourceCode()?.ast,
    parseMs: times?.parse?.total ?? 0,
    ruleMs: (/** @type {string} */ rule) => times?.rules?.[rule]?.total ?? 0,
  };
}
