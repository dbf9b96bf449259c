/** Applies what the reports of a file offer, each alone and then all fixes together, and checks what comes out. */
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

/** @typedef {{ suggestions: boolean; unsafe: boolean }} ChangeOptions */
/** @typedef {{ text: string; file: string; messages: readonly import("eslint").Linter.LintMessage[] }} Linted */

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
  for (const { ruleId, line, message, fix: own, suggestions: others } of linted.messages) {
    const rule = String(ruleId).replace("leaks/", "");
    for (const { kind, fix } of offersOf(own, suggestions ? others : [])) {
      const after = linted.text.slice(0, fix.range[0]) + fix.text + linted.text.slice(fix.range[1]);
      changes.push({ ...where, line, rule, kind, message, excerpt: showDiff(linted.text, after) });
      const damage = findDamage(linted, after, linter);
      const found = damage.length > 0 ? damage : findUncured(linted, after, { linter, ruleId });
      broken.push(...found.map((what) => `${where.repository} ${where.path}:${line} ${rule} ${kind}: ${what}`));
    }
  }
  return { changes, broken };
}

/**
 * @param {Linted} linted
 * @param {{ repository: string; path: string }} where
 * @param {import("./create-linter.mjs").FileLinter} linter
 * @returns {string[]} the promises that all fixes of the file together do not keep
 */
export function tryAll(linted, where, linter) {
  const after = linter.fix(linted.text, linted.file);
  const found = after === linted.text ? [] : findDamage(linted, after, linter);
  if (linter.fix(after, linted.file) !== after) found.push("a second run changes more");
  if (linter.lint(after, linted.file).some(({ fix }) => fix)) found.push("a fix is left over");
  return found.map((what) => `${where.repository} ${where.path}: ${what}`);
}

/**
 * @param {import("eslint").Rule.Fix | undefined} fix
 * @param {readonly import("eslint").Linter.LintSuggestion[]} [suggestions]
 * @returns {{ kind: string; fix: import("eslint").Rule.Fix }[]}
 */
function offersOf(fix, suggestions = []) {
  // Titles are reworded, and name things of the code; the id of a suggestion does not change.
  const others = suggestions.map(({ messageId, desc, fix }) => ({ kind: messageId ?? desc, fix }));
  return fix ? [{ kind: "fix", fix }, ...others] : others;
}

/**
 * @param {Linted} before
 * @param {string} after
 * @param {import("./create-linter.mjs").FileLinter} linter
 * @returns {string[]}
 */
function findDamage({ text, file }, after, linter) {
  if (after === text) return ["it changes nothing"];
  const failure = linter.lint(after, file).find(({ fatal }) => fatal);
  if (failure) return [`it does not parse: ${failure.message}`];
  const kept = commentsOf(after, file, linter);
  const lost = commentsOf(text, file, linter).filter((comment) => !kept.includes(comment));
  return [
    ...lost.map((comment) => `a comment is lost: ${comment.slice(0, 80)}`),
    ...(lineEnds(after) === lineEnds(text) ? [] : ["it mixes line ends"]),
  ];
}

/**
 * The rule must have less to say than before, and no rule more.
 *
 * @param {Linted} before
 * @param {string} after
 * @param {{ linter: import("./create-linter.mjs").FileLinter; ruleId: string | null }} options
 * @returns {string[]}
 */
function findUncured({ messages, file }, after, { linter, ruleId }) {
  const left = linter.lint(after, file);
  return [...new Set([...messages, ...left].map((message) => message.ruleId))].flatMap((id) => {
    const isOfRule = (/** @type {{ ruleId: string | null }} */ message) => message.ruleId === id;
    const difference = left.filter(isOfRule).length - messages.filter(isOfRule).length;
    if (difference > 0) return [`${String(id)} has more to say than before`];
    return id === ruleId && difference === 0 ? [`${String(id)} has as much to say as before`] : [];
  });
}

/**
 * @param {string} text
 * @param {string} file
 * @param {import("./create-linter.mjs").FileLinter} linter
 * @returns {string[]} without their indentation, which a fix may change
 */
function commentsOf(text, file, linter) {
  linter.lint(text, file);
  return linter.comments().map((comment) => comment.replace(/\s+/g, " "));
}

/** @param {string} text */
function lineEnds(text) {
  return [...new Set(text.match(/\r?\n/g))].sort().join("");
}
