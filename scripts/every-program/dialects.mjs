/** The ways in which a file can be read: which parser, as a script or a module, with elements or without. */
import parser from "@typescript-eslint/parser";

/**
 * @typedef {object} Dialect
 * @property {string} extension by which ESLint and oxlint know it
 * @property {import("eslint").Linter.LanguageOptions} options
 */

const elements = { ecmaFeatures: { jsx: true } };

/** @type {Record<"script" | "module" | "elements" | "tsScript" | "tsModule" | "tsElements", Dialect>} */
const DIALECTS = {
  script: { extension: "cjs", options: { sourceType: "script" } },
  module: { extension: "mjs", options: { sourceType: "module" } },
  elements: { extension: "jsx", options: { sourceType: "module", parserOptions: elements } },
  tsScript: { extension: "cts", options: { parser, sourceType: "script" } },
  tsModule: { extension: "ts", options: { parser, sourceType: "module" } },
  tsElements: { extension: "tsx", options: { parser, sourceType: "module", parserOptions: elements } },
};

const { script, module, elements: jsx, tsScript, tsModule, tsElements } = DIALECTS;

/**
 * The ways to read a file, by its name: of each list the first that parses is the one. JavaScript is read by ESLint's
 * own parser, and by that for TypeScript.
 *
 * @param {string} file
 * @returns {readonly (readonly Dialect[])[]}
 */
export function dialectsOf(file) {
  if (/\.[mc]?ts$/.test(file)) return [[tsModule, tsScript]];
  if (/\.tsx$/.test(file)) return [[tsElements]];
  if (/\.mjs$|[./]module\.js$|_FIXTURE\.js$/.test(file)) return [[module, jsx], [tsModule, tsElements]];
  if (/\.cjs$|\.script\.js$/.test(file)) return [[script], [tsScript]];
  return [[script, module, jsx], [tsScript, tsModule, tsElements]];
}
