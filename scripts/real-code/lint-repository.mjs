/** Runs the plugin with one of its presets over every source file of a snapshot. */
import { createLinter } from "./create-linter.mjs";
import { describeCrash } from "./describe-crash.mjs";
import { lintWhole } from "./promises.mjs";
import { listSourceFiles, readFiles } from "./snapshots.mjs";
import { tryAll, tryEach } from "./try-changes.mjs";

/**
 * @typedef {object} Report
 * @property {string} repository
 * @property {string} path
 * @property {number} line
 * @property {string} rule without `leaks/`
 * @property {string} message
 * @property {string[]} excerpt numbered lines around the report
 */

/** @typedef {{ snapshot: import("./snapshots.mjs").Snapshot; commit: string }} Job */

/**
 * @typedef {object} Outcome
 * @property {string} repository
 * @property {string} commit empty for a plain checkout
 * @property {number} files
 * @property {number} lines
 * @property {number} unparsed files the parser refuses
 * @property {string[]} crashes
 * @property {Report[]} reports
 * @property {import("./try-changes.mjs").Change[]} changes none unless the run is about them
 * @property {string[]} broken what a change did that it must not do
 */

/**
 * @typedef {object} LintOptions
 * @property {boolean} fixes try the fixes of the reports
 * @property {boolean} suggestions and their suggestions
 * @property {boolean} unsafe fix whole files with `unsafeFixes`
 * @property {boolean} strict with the preset `strict`
 */

const EXCERPT_LINES = 6;

/**
 * @param {import("eslint").ESLint.Plugin} plugin
 * @param {import("./snapshots.mjs").Snapshot} snapshot
 * @param {string} commit
 * @param {LintOptions & { onFile: (path: string) => void }} options `onFile` is called before each file
 * @returns {Promise<Outcome>}
 */
export async function lintRepository(plugin, snapshot, commit, { fixes, suggestions, unsafe, strict, onFile }) {
  // The more fixes, the more they prove: those of tests are as good.
  const relaxesTests = !fixes;
  const preset = strict ? "strict" : "recommended";
  const linter = createLinter(plugin, { preset, relaxesTests });
  const fixer = unsafe ? createLinter(plugin, { preset, settings: { unsafeFixes: true }, relaxesTests }) : linter;
  const { repository } = snapshot;
  /** @type {Outcome} */
  const outcome = {
    repository, commit, files: 0, lines: 0, unparsed: 0, crashes: [], reports: [], changes: [], broken: [],
  };
  for await (const [file, text] of readFiles(snapshot, listSourceFiles(snapshot, commit))) {
    const where = { repository, path: file.path };
    onFile(file.path);
    const lines = text.split(/\r?\n/);
    outcome.files += 1;
    outcome.lines += lines.length;
    try {
      const name = `${repository.replace("/", "+")}/${file.path}`;
      const linted = lintWhole(text, name, linter);
      outcome.unparsed += +linted.messages.some((message) => message.fatal);
      const reports = reportsOf(linted.messages, lines, where);
      outcome.reports.push(...reports);
      if (!fixes || reports.length === 0) continue;
      const { changes, broken } = tryEach(linted, where, { linter, suggestions });
      outcome.changes.push(...changes);
      outcome.broken.push(...broken, ...tryAll(linted, where, fixer));
    } catch (error) {
      outcome.crashes.push(`${repository} ${file.path}: ${describeCrash(error)}`);
    }
  }
  return outcome;
}

/**
 * @param {readonly import("eslint").Linter.LintMessage[]} messages
 * @param {readonly string[]} lines
 * @param {{ repository: string; path: string }} where
 * @returns {Report[]}
 */
function reportsOf(messages, lines, where) {
  return messages.flatMap(({ ruleId, line, message }) => {
    if (!ruleId?.startsWith("leaks/")) return [];
    return [{ ...where, line, rule: ruleId.slice("leaks/".length), message, excerpt: excerptAt(lines, line) }];
  });
}

/**
 * @param {readonly string[]} lines
 * @param {number} line
 */
function excerptAt(lines, line) {
  const first = Math.max(0, line - 2);
  return lines.slice(first, first + EXCERPT_LINES).map((text, index) => {
    const number = first + index + 1;
    return `${number === line ? ">" : " "} ${String(number).padStart(5)} | ${text.slice(0, 160)}`;
  });
}
