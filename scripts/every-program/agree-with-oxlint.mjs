/** Has oxlint lint the same texts with the same rules, and compares what the two report. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

/** @typedef {import("./check-file.mjs").Linted} Linted */

/**
 * @typedef {object} Agreement
 * @property {number} compared texts that both have read; oxlint refuses some
 * @property {import("./check-file.mjs").Failure[]} failures reports that only one of them makes
 */

/**
 * @typedef {object} Diagnostic
 * @property {string} message
 * @property {string} [code]
 * @property {string} filename
 * @property {{ span: { offset: number; length: number } }[]} labels
 */

/**
 * @param {import("eslint").ESLint.Plugin} plugin
 * @returns {Partial<import("eslint").Linter.RulesRecord>} those of its preset `strict`, for files that are no test
 */
export function strictRules(plugin) {
  const entries = [/** @type {import("eslint").Linter.Config} */ (plugin.configs?.["strict"] ?? {})].flat();
  return entries.at(-1)?.rules ?? {};
}

/**
 * @param {readonly Linted[]} texts with what ESLint reports of them
 * @param {object} options
 * @param {string} options.oxlint its script
 * @param {string} options.plugin the file that it loads
 * @param {Partial<import("eslint").Linter.RulesRecord>} options.rules what ESLint had
 * @returns {Agreement}
 */
export function agreeWithOxlint(texts, { oxlint, plugin, rules }) {
  const folder = mkdtempSync(path.join(tmpdir(), "every-program-"));
  try {
    const config = { jsPlugins: [plugin], categories: { correctness: "off" }, rules };
    writeFileSync(path.join(folder, ".oxlintrc.json"), JSON.stringify(config));
    texts.forEach(({ text, extension }, i) => { writeFileSync(path.join(folder, `${i}.${extension}`), text); });
    const found = runOxlint(oxlint, folder);
    return compareAll(texts, found);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * @param {string} oxlint
 * @param {string} folder
 * @returns {Diagnostic[]}
 */
function runOxlint(oxlint, folder) {
  const args = [oxlint, "-c", ".oxlintrc.json", "--threads=1", "--no-ignore", "--format=json", "."];
  const options = /** @type {const} */ ({ cwd: folder, encoding: "utf8", maxBuffer: 1 << 29 });
  const { stdout, stderr, status } = spawnSync(process.execPath, args, options);
  if (status === null || !stdout.trim().startsWith("{")) throw new Error(`oxlint: ${stderr}${stdout.slice(0, 400)}`);
  return /** @type {{ diagnostics: Diagnostic[] }} */ (JSON.parse(stdout)).diagnostics;
}

/**
 * @param {readonly Linted[]} texts
 * @param {readonly Diagnostic[]} diagnostics
 * @returns {Agreement}
 */
function compareAll(texts, diagnostics) {
  /** @type {Diagnostic[][]} */
  const byFile = texts.map(() => []);
  for (const diagnostic of diagnostics) byFile[Number.parseInt(path.basename(diagnostic.filename))]?.push(diagnostic);
  /** @type {Agreement} */
  const agreement = { compared: 0, failures: [] };
  texts.forEach((linted, i) => {
    const found = byFile[i] ?? [];
    // What it does not take for a program it says in the name of no rule, or of TypeScript.
    if (found.some(({ code }) => !code?.startsWith("leaks("))) return;
    agreement.compared += 1;
    const theirs = found.map((diagnostic) => describeDiagnostic(diagnostic));
    const ours = linted.messages.map((message) => describeMessage(linted.text, message));
    const differences = [
      ...ours.filter((each) => !theirs.includes(each)).map((each) => `only ESLint reports ${each}`),
      ...theirs.filter((each) => !ours.includes(each)).map((each) => `only oxlint reports ${each}`),
    ];
    agreement.failures.push(...differences.map((what) => ({ where: linted.where, what, text: linted.text })));
  });
  return agreement;
}

/** @param {Diagnostic} diagnostic */
function describeDiagnostic({ code = "", message, labels }) {
  const { offset = 0, length = 0 } = labels[0]?.span ?? {};
  return `${code.replace("(", "/").replace(")", "")} at ${offset}+${length}: ${message}`;
}

/**
 * @param {string} text
 * @param {import("eslint").Linter.LintMessage} message
 */
function describeMessage(text, { ruleId, message, line, column, endLine = line, endColumn = column }) {
  const start = bytesBefore(text, line, column);
  return `${String(ruleId)} at ${start}+${bytesBefore(text, endLine, endColumn) - start}: ${message}`;
}

/**
 * oxlint counts bytes, ESLint lines and columns of UTF-16.
 *
 * @param {string} text
 * @param {number} line
 * @param {number} column
 */
function bytesBefore(text, line, column) {
  const ends = text.matchAll(/\r\n|[\r\n\u2028\u2029]/g);
  const starts = [0, ...Array.from(ends, (match) => match.index + match[0].length)];
  return Buffer.byteLength(text.slice(0, (starts[line - 1] ?? 0) + column - 1));
}
