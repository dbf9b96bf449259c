import js from "@eslint/js";
import eslintPlugin from "eslint-plugin-eslint-plugin";
import { defineConfig, globalIgnores } from "eslint/config";
import tseslint from "typescript-eslint";
import { importWalls } from "./scripts/import-walls.mjs";
// The plugin watches over itself, from source: no build is needed to lint.
import leaks from "./src/index.ts";

export default defineConfig(
  globalIgnores([
    "dist/",
    "coverage/",
    ".gate/",
    "**/.cache/",
    // Programs that are linted as data.
    "**/fixtures/",
    "tests/rules/*/",
    "tests/fixes/no-*/",
  ]),
  { linterOptions: { reportUnusedDisableDirectives: "error" } },
  js.configs.recommended,
  leaks.configs.strict,
  {
    name: "project/typed",
    files: ["**/*.ts", "scripts/**/*.mjs", "bench/**/*.mjs"],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      "@typescript-eslint/consistent-type-imports": "error",
      // `return write(node)` ends a branch and says where it goes.
      "@typescript-eslint/no-confusing-void-expression": "off",
      // The types describe typescript-eslint's tree; other parsers, oxlint's among them, leave members out.
      "@typescript-eslint/no-unnecessary-condition": "off",
      // `!` stands where the line before made sure; an index signature cannot say so.
      "@typescript-eslint/no-non-null-assertion": "off",
      // `node.type === "ObjectPattern"`: the enum itself would be a run-time import.
      "@typescript-eslint/no-unsafe-enum-comparison": "off",
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
    },
  },
  {
    name: "project/typed-scripts",
    files: ["**/*.mjs"],
    rules: {
      // What `JSON.parse` gives is `any`, and a script has no better word for it.
      "@typescript-eslint/no-unsafe-argument": "off",
      "@typescript-eslint/no-unsafe-assignment": "off",
      "@typescript-eslint/no-unsafe-call": "off",
      "@typescript-eslint/no-unsafe-member-access": "off",
      "@typescript-eslint/no-unsafe-return": "off",
    },
  },
  {
    name: "project/shape",
    rules: {
      "max-depth": ["error", 3],
      "max-len": ["error", { code: 120, ignoreUrls: true, ignoreRegExpLiterals: true }],
      "max-lines": ["error", 250],
      "eqeqeq": ["error", "always", { null: "ignore" }],
      "no-trailing-spaces": "error",
      "object-shorthand": "error",
      "prefer-const": "error",
      "quotes": ["error", "double", { avoidEscape: true, allowTemplateLiterals: true }],
      "semi": "error",
    },
  },
  {
    name: "project/scripts",
    files: ["scripts/**/*.mjs", "bench/**/*.mjs", "tests/**/*.mjs", "examples/**/*.{mjs,js}"],
    languageOptions: {
      globals: {
        AbortController: "readonly",
        AbortSignal: "readonly",
        Buffer: "readonly",
        URL: "readonly",
        clearInterval: "readonly",
        clearTimeout: "readonly",
        console: "readonly",
        fetch: "readonly",
        performance: "readonly",
        process: "readonly",
        setImmediate: "readonly",
        setInterval: "readonly",
        setTimeout: "readonly",
        structuredClone: "readonly",
        queueMicrotask: "readonly",
      },
    },
  },
  {
    name: "project/examples",
    files: ["examples/**"],
    // They leak on purpose; `npm run demo` shows the reports.
    rules: Object.fromEntries(Object.keys(leaks.rules).map((name) => [`leaks/${name}`, "off"])),
  },
  {
    name: "project/rules",
    files: ["src/rules/*.ts"],
    ignores: ["src/rules/index.ts", "src/rules/create-rule.ts"],
    plugins: { "eslint-plugin": eslintPlugin },
    extends: ["eslint-plugin/rules-recommended"],
    rules: {
      "eslint-plugin/require-meta-docs-description": "error",
      "eslint-plugin/require-meta-schema-description": "error",
    },
  },
  {
    name: "project/tests",
    files: ["tests/**/*.ts"],
    plugins: { "eslint-plugin": eslintPlugin },
    extends: ["eslint-plugin/tests-recommended"],
  },
  ...importWalls,
);
