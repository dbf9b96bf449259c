/** Lints one program with everything turned on, applies all that is offered, and says which promise was not kept. */
import { createLinter } from "../real-code/create-linter.mjs";
import { describeCrash } from "../real-code/describe-crash.mjs";
import { brokenByAll, brokenByOne, lintWhole, offersOf } from "../real-code/promises.mjs";
import { hearGivenUp } from "./hear-given-up.mjs";

/** @typedef {import("./dialects.mjs").Dialect} Dialect */
/** @typedef {import("../real-code/create-linter.mjs").FileLinter} FileLinter */

/**
 * @typedef {object} Checked
 * @property {import("eslint").SourceCode | null} sourceCode nothing for a text that does not parse
 * @property {readonly import("eslint").Linter.LintMessage[]} messages
 * @property {number} fixes
 * @property {number} suggestions
 * @property {string[]} failures a crash, or what a change did that it must not do
 */

/** @typedef {(text: string, dialect: Dialect) => Checked} Checker */

/**
 * @param {import("eslint").ESLint.Plugin} plugin
 * @returns {Checker} with linters that it keeps
 */
export function createChecker(plugin) {
  /** @type {Map<string, FileLinter>} */
  const linters = new Map();
  const linterOf = (/** @type {Dialect} */ { extension, options }, unsafeFixes = false) => {
    const key = `${extension} ${unsafeFixes}`;
    const linter = linters.get(key) ?? createLinter(plugin, {
      preset: "strict", settings: { unsafeFixes }, relaxesTests: false, languageOptions: options,
    });
    linters.set(key, linter);
    return linter;
  };
  return (text, dialect) => check(text, `program.${dialect.extension}`, linterOf(dialect), linterOf(dialect, true));
}

/**
 * @param {string} text
 * @param {string} file
 * @param {FileLinter} linter
 * @param {FileLinter} unsafe one that applies suggestions too
 * @returns {Checked}
 */
function check(text, file, linter, unsafe) {
  /** @type {Checked} */
  const checked = { sourceCode: null, messages: [], fixes: 0, suggestions: 0, failures: [] };
  const checkAll = () => {
    const linted = lintWhole(text, file, linter);
    checked.sourceCode = linter.sourceCode();
    // What ESLint says of its own directives has no rule.
    checked.messages = linted.messages.filter(({ ruleId }) => ruleId !== null);
    for (const message of checked.messages) tryChanges(checked, linted, message, linter);
    if (checked.fixes > 0) checked.failures.push(...brokenByAll(linted, linter).map((what) => `--fix: ${what}`));
    if (checked.fixes + checked.suggestions === 0) return;
    checked.failures.push(...brokenByAll(linted, unsafe).map((what) => `--fix with unsafeFixes: ${what}`));
  };
  try {
    checked.failures.push(...hearGivenUp(checkAll));
  } catch (error) {
    checked.sourceCode ??= linter.sourceCode();
    checked.failures.push(`crash: ${describeCrash(error)}`);
  }
  return checked;
}

/**
 * @param {Checked} checked to which it adds
 * @param {import("../real-code/promises.mjs").Linted} linted
 * @param {import("eslint").Linter.LintMessage} message
 * @param {FileLinter} linter
 */
function tryChanges(checked, linted, message, linter) {
  for (const offer of offersOf(linted, message, true)) {
    checked[offer.kind === "fix" ? "fixes" : "suggestions"] += 1;
    const place = `${linted.file}:${offer.line} ${String(offer.ruleId)} ${offer.kind}`;
    checked.failures.push(...brokenByOne(linted, offer, linter).map((what) => `${place}: ${what}`));
  }
}
