/** Runs the plugin with its preset `recommended` over every source file of a snapshot. */
import { pathToFileURL } from "node:url";
import parser from "@typescript-eslint/parser";
import { Linter } from "eslint";
import { listSourceFiles, readFiles } from "./snapshots.mjs";

/**
 * @typedef {object} Report
 * @property {string} repository
 * @property {string} path
 * @property {number} line
 * @property {string} rule without `leaks/`
 * @property {string} message
 * @property {string[]} excerpt numbered lines around the report
 */

/**
 * @typedef {object} Outcome
 * @property {string} repository
 * @property {string} commit empty for a plain checkout
 * @property {number} files
 * @property {number} lines
 * @property {number} unparsed files the parser refuses
 * @property {string[]} crashes
 * @property {Report[]} reports
 */

const EXCERPT_LINES = 6;
const SOURCES = ["**/*.{js,mjs,cjs,jsx,ts,mts,cts,tsx}"];

/**
 * @param {string} module the plugin: a package name, a URL or a path
 * @returns {Promise<import("eslint").ESLint.Plugin>}
 */
export async function loadPlugin(module) {
  const isPath = module.startsWith(".") || module.startsWith("/");
  /** @type {{ default: import("eslint").ESLint.Plugin }} */
  const loaded = await import(isPath ? pathToFileURL(module).href : module);
  return loaded.default;
}

/**
 * @param {import("eslint").ESLint.Plugin} plugin
 * @returns {(text: string, file: string) => import("eslint").Linter.LintMessage[]} throws when a rule crashes
 */
function createLinter(plugin) {
  const preset = [plugin.configs?.["recommended"] ?? []].flat();
  /** @type {import("eslint").Linter.Config[]} */
  const config = [
    {
      files: SOURCES,
      languageOptions: { parser },
      // Comments in strangers' code must not configure this run.
      linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: "off" },
    },
    .../** @type {import("eslint").Linter.Config[]} */ (preset),
  ];
  const linter = new Linter({ cwd: "/" });
  return (text, file) => linter.verify(text, config, { filename: `/${file}` });
}

/**
 * @param {import("eslint").ESLint.Plugin} plugin
 * @param {import("./snapshots.mjs").Snapshot} snapshot
 * @param {string} commit
 * @param {(path: string) => void} onFile called before each file
 * @returns {Promise<Outcome>}
 */
export async function lintRepository(plugin, snapshot, commit, onFile) {
  const lint = createLinter(plugin);
  const { repository } = snapshot;
  /** @type {Outcome} */
  const outcome = { repository, commit, files: 0, lines: 0, unparsed: 0, crashes: [], reports: [] };
  for await (const [file, text] of readFiles(snapshot, listSourceFiles(snapshot, commit))) {
    onFile(file.path);
    const lines = text.split(/\r?\n/);
    outcome.files += 1;
    outcome.lines += lines.length;
    try {
      const messages = lint(text, `${repository.replace("/", "+")}/${file.path}`);
      outcome.unparsed += +messages.some((message) => message.fatal);
      outcome.reports.push(...reportsOf(messages, lines, { repository, path: file.path }));
    } catch (error) {
      outcome.crashes.push(`${repository} ${file.path}: ${describe(error)}`);
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

/** @param {unknown} error */
function describe(error) {
  const [first = "", ...rest] = String(error instanceof Error ? error.message : error).split("\n");
  return [first, rest.find((line) => line.startsWith("Rule: "))].filter(Boolean).join(" ");
}
