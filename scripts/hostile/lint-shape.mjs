import { lintAllWith, timed } from "./lint-all.mjs";
import { manyOfOne } from "./shapes.mjs";
import { webs } from "./webs.mjs";

/**
 * @param {import("eslint").ESLint.Plugin} plugin
 * @param {string} name
 * @param {number} size
 * @returns {import("./lint-all.mjs").Outcome}
 */
export function lintShape(plugin, name, size) {
  const shape = { ...manyOfOne, ...webs }[name];
  if (!shape) throw new Error(`there is no shape "${name}"`);
  const lint = lintAllWith(plugin, "mjs");
  const { result, seconds } = timed(() => lint(shape.write(size)));
  const own = result.messages.filter(({ ruleId }) => ruleId?.startsWith("leaks/"));
  return { size, reports: own.length, expected: shape.leaks(size), bounds: result.bounds, seconds };
}
