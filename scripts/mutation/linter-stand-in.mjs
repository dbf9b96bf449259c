/**
 * What a test file sees as `eslint` in a mutation run: a Linter that parses each text once. Parsing is most of what a
 * test costs, and no mutant changes it. What the plugin remembers about a program must not outlive one run: the weak
 * maps that its modules make when they are loaded are emptied before each.
 */
import { Linter as ActualLinter } from "eslint";

/** So many parsed programs are kept; the texts that mutants make would otherwise fill the memory. */
const KEPT = 1500;

/** @type {Map<string, import("eslint").SourceCode>} */
const parsed = new Map();

/** @type {(() => void)[]} */
const forgetters = [];

/**
 * Loads modules, and remembers which weak maps they make.
 *
 * @template T
 * @param {() => Promise<T>} load
 * @returns {Promise<T>}
 */
export async function withForgetfulMaps(load) {
  const Actual = globalThis.WeakMap;
  globalThis.WeakMap = /** @type {any} */ (
    class {
      #map = new Actual();
      constructor() {
        forgetters.push(() => (this.#map = new Actual()));
      }
      get(/** @type {object} */ key) {
        return this.#map.get(key);
      }
      set(/** @type {object} */ key, /** @type {unknown} */ value) {
        this.#map.set(key, value);
        return this;
      }
      has(/** @type {object} */ key) {
        return this.#map.has(key);
      }
      delete(/** @type {object} */ key) {
        return this.#map.delete(key);
      }
    }
  );
  try {
    return await load();
  } finally {
    globalThis.WeakMap = Actual;
  }
}

export class Linter extends ActualLinter {
  /**
   * @override
   * @param {string} text
   * @param {any} config
   * @param {any} options
   * @returns {import("eslint").Linter.LintMessage[]}
   */
  verify(text, config, options) {
    for (const forget of forgetters) forget();
    const key = keyOf(text, config, options);
    const known = parsed.get(key);
    if (known) return super.verify(known, config, options);
    const messages = super.verify(text, config, options);
    const isProgram = !messages.some(({ fatal }) => fatal);
    if (isProgram && !text.includes("eslint-") && parsed.size < KEPT) parsed.set(key, this.getSourceCode());
    return messages;
  }
}

/**
 * Configs differ in how they make ESLint parse by parser and its options.
 *
 * @param {string} text
 * @param {any} config
 * @param {any} options
 */
function keyOf(text, config, options) {
  const parsing = [config].flat().map((/** @type {any} */ each) => [each.files, each.languageOptions]);
  const shallow = (/** @type {string} */ key, /** @type {any} */ value) => (key === "parser" ? "parser" : value);
  return `${options?.filename} ${JSON.stringify(parsing, shallow)} ${text}`;
}
