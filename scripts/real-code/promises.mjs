/** What a fix or a suggestion promises of the text that it leaves, and which of these promises one does not keep. */

import { lexicalFaults } from "./lexical-faults.mjs";

/** @typedef {import("eslint").Linter.LintMessage} LintMessage */

/**
 * A text and what was said of it.
 *
 * @typedef {object} Linted
 * @property {string} text
 * @property {string} file
 * @property {readonly LintMessage[]} messages
 * @property {readonly string[]} comments
 * @property {readonly string[]} faults
 */

/** @typedef {{ kind: string; ruleId: string | null; line: number; after: string }} Offer */

/**
 * @param {string} text
 * @param {string} file
 * @param {import("./create-linter.mjs").FileLinter} linter
 * @returns {Linted} throws when a rule crashes
 */
export function lintWhole(text, file, linter) {
  const messages = linter.lint(text, file);
  return { text, file, messages, ...textFacts(linter) };
}

/**
 * @param {Linted} linted
 * @param {LintMessage} message one of its messages
 * @param {boolean} withSuggestions
 * @returns {Offer[]} the fix of a report and its suggestions, with the text that each alone would leave
 */
export function offersOf({ text }, { ruleId, line, fix, suggestions = [] }, withSuggestions) {
  // Titles are reworded, and name things of the code; the id of a suggestion does not change.
  const others = suggestions.map((each) => ({ kind: each.messageId ?? each.desc, fix: each.fix }));
  return [...(fix ? [{ kind: "fix", fix }] : []), ...(withSuggestions ? others : [])].map(({ kind, fix }) => {
    const after = text.slice(0, fix.range[0]) + fix.text + text.slice(fix.range[1]);
    return { kind, ruleId, line, after };
  });
}

/**
 * @param {Linted} before
 * @param {Offer} offer
 * @param {import("./create-linter.mjs").FileLinter} linter
 * @returns {string[]} the promises that this change alone does not keep
 */
export function brokenByOne(before, { after: text, ruleId }, linter) {
  const after = lintWhole(text, before.file, linter);
  const damage = findDamage(before, after);
  return damage.length > 0 ? damage : findUncured(before, after, ruleId);
}

/**
 * @param {Linted} before
 * @param {import("./create-linter.mjs").FileLinter} fixer
 * @returns {string[]} the promises that all fixes of the file together do not keep
 */
export function brokenByAll(before, fixer) {
  const { file } = before;
  const { output: text, messages } = fixer.fix(before.text, file);
  if (text === before.text) return [];
  const found = findDamage(before, { text, file, messages, ...textFacts(fixer) });
  if (fixer.fix(text, file).output !== text) found.push("a second run changes more");
  if (messages.some(({ fix }) => fix)) found.push("a fix is left over");
  return found;
}

/**
 * @param {import("./create-linter.mjs").FileLinter} linter
 * @returns {Pick<Linted, "comments" | "faults">} of what was linted last; comments without white space, since a fix may
 *   indent what they hold
 */
function textFacts(linter) {
  const sourceCode = linter.sourceCode();
  const comments = sourceCode?.getAllComments().map(({ value }) => value.replace(/\s+/g, " ")) ?? [];
  return { comments, faults: lexicalFaults(sourceCode) };
}

/**
 * @param {Linted} before
 * @param {Linted} after
 * @returns {string[]}
 */
function findDamage(before, after) {
  if (after.text === before.text) return ["it changes nothing"];
  const failure = after.messages.find(({ fatal }) => fatal);
  if (failure) return [`it does not parse: ${failure.message}`];
  return [
    ...without(before.comments, after.comments).map((comment) => `a comment is lost: ${comment.slice(0, 80)}`),
    ...without(after.faults, before.faults),
    ...(lineEnds(after.text) === lineEnds(before.text) ? [] : ["it mixes line ends"]),
  ];
}

/**
 * The rule must have less to say than before, and no rule more.
 *
 * @param {Linted} before
 * @param {Linted} after
 * @param {string | null} ruleId
 * @returns {string[]}
 */
function findUncured({ messages }, { messages: left }, ruleId) {
  return [...new Set([...messages, ...left].map((message) => message.ruleId))].flatMap((id) => {
    const isOfRule = (/** @type {LintMessage} */ message) => message.ruleId === id;
    const difference = left.filter(isOfRule).length - messages.filter(isOfRule).length;
    if (difference > 0) return [`${String(id)} has more to say than before`];
    return id === ruleId && difference === 0 ? [`${String(id)} has as much to say as before`] : [];
  });
}

/**
 * @param {readonly string[]} all
 * @param {readonly string[]} taken
 * @returns {string[]} `all` without those, each taken once
 */
function without(all, taken) {
  const left = [...taken];
  return all.filter((each) => {
    const index = left.indexOf(each);
    if (index >= 0) left.splice(index, 1);
    return index < 0;
  });
}

/** @param {string} text */
function lineEnds(text) {
  return [...new Set(text.match(/\r?\n/g))].sort().join("");
}
