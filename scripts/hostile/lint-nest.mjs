import { lintAllWith, timed } from "./lint-all.mjs";
import { NESTS, underAllRules } from "./nests.mjs";

/** What no parser comes to. */
const NO_PARSER = 100_000;

/**
 * Lints a nest as deep as the parser, and ESLint without rules, can follow.
 *
 * @param {import("eslint").ESLint.Plugin} plugin
 * @param {string} name
 * @param {object} options
 * @param {string} options.extension
 * @param {number | undefined} options.depth where that is known
 * @returns {import("./lint-all.mjs").Outcome}
 */
export function lintNest(plugin, name, { extension, depth }) {
  const nest = NESTS[name];
  if (!nest) throw new Error(`there is no nest "${name}"`);
  const lint = lintAllWith(plugin, extension);
  let size = depth ?? deepest(nest, extension);
  const outcome = { reports: 0, expected: 0, bounds: /** @type {string[]} */ ([]) };
  const { seconds } = timed(() => {
    // Where there is room changes as the engine compiles; what ESLint itself has no room for is a little less deep.
    for (; size > 0; size = Math.floor(size * 0.97)) {
      try {
        const { messages, bounds } = lint(underAllRules(nest, size));
        if (messages.some(({ fatal }) => fatal)) continue;
        return Object.assign(outcome, { reports: messages.length, bounds });
      } catch (error) {
        if (/Rule: "leaks\//.test(String(error))) throw error;
      }
    }
    return undefined;
  });
  return { size, ...outcome, seconds };
}

/**
 * It says aloud how deep it has come: where a parser has to compile a regular expression at the end of its stack, V8
 * ends the process.
 *
 * @param {import("./nests.mjs").Nest} nest
 * @param {string} extension
 */
function deepest(nest, extension) {
  const lint = lintAllWith(undefined, extension);
  const isTaken = (/** @type {number} */ depth) => {
    try {
      const { messages } = lint(underAllRules(nest, depth));
      if (messages.some(({ fatal }) => fatal)) return false;
      console.error(`taken ${depth}`);
      return true;
    } catch {
      return false;
    }
  };
  if (!isTaken(1)) throw new Error("it does not parse");
  let [taken, refused] = [1, 16];
  if (nest.most !== undefined) return nest.most;
  while (refused < NO_PARSER && isTaken(refused)) [taken, refused] = [refused, refused * 4];
  while (refused - taken > taken / 20) {
    const middle = Math.floor((taken + refused) / 2);
    if (isTaken(middle)) taken = middle;
    else refused = middle;
  }
  return taken;
}
