/** Applies what the reports of a file offer, each alone and then all fixes together, and checks what comes out. */
import { brokenByAll, brokenByOne, offersOf } from "./promises.mjs";
import { showDiff } from "./show-diff.mjs";

/**
 * A fix or a suggestion, and what it makes of the file.
 *
 * @typedef {object} Change
 * @property {string} repository
 * @property {string} path
 * @property {number} line of the report
 * @property {string} rule without `leaks/`
 * @property {string} kind `fix`, or which suggestion
 * @property {string} message
 * @property {string[]} excerpt the lines of the diff
 */

/** @typedef {import("./promises.mjs").Linted} Linted */

/**
 * @param {Linted} linted
 * @param {{ repository: string; path: string }} where
 * @param {{ linter: import("./create-linter.mjs").FileLinter; suggestions: boolean }} options
 * @returns {{ changes: Change[]; broken: string[] }} `broken` says which change keeps which promise not
 */
export function tryEach(linted, where, { linter, suggestions }) {
  /** @type {Change[]} */
  const changes = [];
  /** @type {string[]} */
  const broken = [];
  for (const message of linted.messages) {
    for (const offer of offersOf(linted, message, suggestions)) {
      const { kind, line } = offer;
      const rule = String(message.ruleId).replace("leaks/", "");
      const excerpt = showDiff(linted.text, offer.after);
      changes.push({ ...where, line, rule, kind, message: message.message, excerpt });
      const found = brokenByOne(linted, offer, linter);
      broken.push(...found.map((what) => `${where.repository} ${where.path}:${line} ${rule} ${kind}: ${what}`));
    }
  }
  return { changes, broken };
}

/**
 * @param {Linted} linted
 * @param {{ repository: string; path: string }} where
 * @param {import("./create-linter.mjs").FileLinter} fixer
 * @returns {string[]} the promises that all fixes of the file together do not keep
 */
export function tryAll(linted, where, fixer) {
  return brokenByAll(linted, fixer).map((what) => `${where.repository} ${where.path}: ${what}`);
}
