/** The plugin under one of its presets, as one function to lint a text and one to fix it. */
import { pathToFileURL } from "node:url";
import parser from "@typescript-eslint/parser";
import { Linter } from "eslint";

/**
 * @typedef {object} FileLinter
 * @property {(text: string, file: string) => import("eslint").Linter.LintMessage[]} lint throws when a rule crashes
 * @property {(text: string, file: string) => import("eslint").Linter.FixReport} fix what `--fix` leaves, and what is
 *   reported there; throws when a rule crashes
 * @property {() => import("eslint").SourceCode | null} sourceCode the text that was linted last, when it parses
 */

/**
 * @typedef {object} LinterOptions
 * @property {"recommended" | "strict"} [preset]
 * @property {Record<string, unknown>} [settings] what stands in `settings.leaks`
 * @property {boolean} [relaxesTests] `false` to lint tests like other files
 * @property {import("eslint").Linter.LanguageOptions} [languageOptions] the parser for TypeScript if none are given
 */

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
 * @param {LinterOptions} [options]
 * @returns {FileLinter}
 */
export function createLinter(plugin, options = {}) {
  const { preset = "recommended", settings = {}, relaxesTests = true, languageOptions = { parser } } = options;
  /** @type {import("eslint").Linter.Config[]} */
  const entries = [/** @type {import("eslint").Linter.Config} */ (plugin.configs?.[preset] ?? {})].flat();
  /** @type {import("eslint").Linter.Config[]} */
  const config = [
    {
      files: SOURCES,
      languageOptions,
      // Comments in strangers' code must not configure this run.
      linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: "off" },
      settings: { leaks: settings },
    },
    ...(relaxesTests ? entries : entries.map((entry) => ({ ...entry, ignores: [] }))),
  ];
  const linter = new Linter({ cwd: "/" });
  return {
    lint: (text, file) => linter.verify(text, config, { filename: `/${file}` }),
    fix: (text, file) => linter.verifyAndFix(text, config, { filename: `/${file}` }),
    sourceCode: () => linter.getSourceCode(),
  };
}
