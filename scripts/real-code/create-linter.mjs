/** The plugin under one of its presets, as one function to lint a text and one to fix it. */
import { pathToFileURL } from "node:url";
import parser from "@typescript-eslint/parser";
import { Linter } from "eslint";

/**
 * @typedef {object} FileLinter
 * @property {(text: string, file: string) => import("eslint").Linter.LintMessage[]} lint throws when a rule crashes
 * @property {(text: string, file: string) => string} fix the text as `--fix` leaves it; throws when a rule crashes
 * @property {() => string[]} comments those of the text that was linted last
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
 * @param {{ preset?: string; settings?: Record<string, unknown>; relaxesTests?: boolean }} [options] `settings` is what
 *   stands in `settings.leaks`; without `relaxesTests` tests are linted like other files
 * @returns {FileLinter}
 */
export function createLinter(plugin, { preset: name = "recommended", settings = {}, relaxesTests = true } = {}) {
  /** @type {import("eslint").Linter.Config[]} */
  const preset = [/** @type {import("eslint").Linter.Config} */ (plugin.configs?.[name] ?? {})].flat();
  /** @type {import("eslint").Linter.Config[]} */
  const config = [
    {
      files: SOURCES,
      languageOptions: { parser },
      // Comments in strangers' code must not configure this run.
      linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: "off" },
      settings: { leaks: settings },
    },
    ...(relaxesTests ? preset : preset.map((entry) => ({ ...entry, ignores: [] }))),
  ];
  const linter = new Linter({ cwd: "/" });
  return {
    lint: (text, file) => linter.verify(text, config, { filename: `/${file}` }),
    fix: (text, file) => linter.verifyAndFix(text, config, { filename: `/${file}` }).output,
    comments: () => linter.getSourceCode().getAllComments().map(({ value }) => value),
  };
}
