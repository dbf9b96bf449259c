import parser from "@typescript-eslint/parser";
import { createLinter } from "../real-code/create-linter.mjs";

/**
 * What comes of a hostile program.
 *
 * @typedef {object} Outcome
 * @property {number} size or how deep it is nested
 * @property {number} reports
 * @property {number} expected how many leaks it has
 * @property {string[]} bounds the names of those that were hit
 * @property {number} seconds of processor time, with parsing
 * @property {string} [error] what was thrown while a rule ran
 */

/** @typedef {(text: string) => { messages: import("eslint").Linter.LintMessage[]; bounds: string[] }} Lint */

/** @type {Readonly<Record<string, import("eslint").Linter.LanguageOptions>>} */
const LANGUAGES = {
  mjs: { parserOptions: { ecmaFeatures: { jsx: true } } },
  tsx: { parser, parserOptions: { ecmaFeatures: { jsx: true } } },
};

/**
 * @param {import("eslint").ESLint.Plugin | undefined} plugin nothing to lint without rules
 * @param {string} extension
 * @returns {Lint}
 */
export function lintAllWith(plugin, extension) {
  const languageOptions = LANGUAGES[extension] ?? {};
  const linter = createLinter(plugin ?? {}, { preset: "strict", relaxesTests: false, languageOptions });
  return (text) => {
    const { error } = console;
    /** @type {string[]} */
    const said = [];
    console.error = (...words) => { said.push(words.join(" ")); };
    try {
      const messages = linter.lint(text, `program.${extension}`);
      return { messages, bounds: [...new Set(said.map((each) => /the bound "(\w+)"/.exec(each)?.[1] ?? each))] };
    } finally {
      console.error = error;
    }
  };
}

/**
 * @template T
 * @param {() => T} work
 * @returns {{ result: T; seconds: number }}
 */
export function timed(work) {
  const start = process.cpuUsage();
  const result = work();
  const { user, system } = process.cpuUsage(start);
  return { result, seconds: (user + system) / 1e6 };
}
