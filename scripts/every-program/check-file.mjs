/** Checks one file in every way it can be read, and all its variants. */
import { awaitsInVain } from "./awaits-in-vain.mjs";
import { dialectsOf } from "./dialects.mjs";
import { variantsOf } from "./variants.mjs";

/**
 * @typedef {object} Tally
 * @property {number} files
 * @property {number} lines
 * @property {number} refused files that no parser takes
 * @property {number} programs texts that were linted: files by each parser, and their variants
 * @property {number} reports
 * @property {number} fixes
 * @property {number} suggestions
 * @property {number} compared programs that oxlint has read too
 * @property {Failure[]} failures
 */

/** @typedef {import("eslint").SourceCode} SourceCode */
/** @typedef {{ where: string; what: string; text: string }} Failure `text` is what was linted */

/**
 * A text that was linted.
 *
 * @typedef {object} Linted
 * @property {string} text
 * @property {string} extension
 * @property {string} where
 * @property {readonly import("eslint").Linter.LintMessage[]} messages
 */

/** @returns {Tally} */
export function emptyTally() {
  const counts = { files: 0, lines: 0, refused: 0, programs: 0, reports: 0, fixes: 0, suggestions: 0, compared: 0 };
  return { ...counts, failures: [] };
}

/**
 * @param {Failure} failure
 * @returns {string} where and what, without the program
 */
export function describeFailure({ where, what }) {
  return `${where}: ${what}`;
}

/**
 * @param {Tally} sum to which the other one is added
 * @param {Tally} tally
 */
export function addTally(sum, { failures, ...counts }) {
  for (const [key, count] of Object.entries(counts)) sum[/** @type {keyof typeof counts} */ (key)] += count;
  sum.failures.push(...failures);
}

/**
 * @param {{ path: string; text: string; turn: number }} file
 * @param {import("./check-program.mjs").Checker} check
 * @param {import("./variants.mjs").HowMany & { onLinted?: (linted: Linted) => void }} options
 * @returns {Tally}
 */
export function checkFile({ path, text, turn }, check, { onLinted, ...howMany }) {
  const tally = { ...emptyTally(), files: 1, lines: text.split("\n").length };
  let taken = 0;
  /** @type {(name: string, program: string, dialect: import("./dialects.mjs").Dialect) => SourceCode | null} */
  const add = (name, program, dialect) => {
    const checked = check(program, dialect);
    if (!checked.sourceCode || awaitsInVain(checked.sourceCode)) return null;
    const where = [path, dialect.extension, name].filter(Boolean).join(" ");
    tally.programs += 1;
    tally.reports += checked.messages.length;
    tally.fixes += checked.fixes;
    tally.suggestions += checked.suggestions;
    tally.failures.push(...checked.failures.map((what) => ({ where, what, text: program })));
    onLinted?.({ text: program, extension: dialect.extension, where, messages: checked.messages });
    return checked.sourceCode;
  };
  for (const dialects of dialectsOf(path)) {
    for (const dialect of dialects) {
      const sourceCode = add("", text, dialect);
      if (!sourceCode) continue;
      taken += 1;
      for (const variant of variantsOf(sourceCode, turn, howMany)) add(variant.name, variant.text, dialect);
      break;
    }
  }
  tally.refused = +(taken === 0);
  return tally;
}
