import parser from "@typescript-eslint/parser";
import { Linter } from "eslint";
import plugin from "../../src/index.ts";

/** How a text is linted, as far as it differs from a TypeScript module with a rule's defaults. */
export interface LintOptions {
  readonly file?: string;
  readonly rule?: string;
  readonly options?: object;
  /** The content of `settings.leaks`; present and `undefined` it is passed on as that. */
  readonly settings?: unknown;
  /** Instead of one rule: a preset, for instance. */
  readonly config?: readonly Linter.Config[];
}

/** What ESLint reports of a text: by the TypeScript parser, or by its own for a `.js` or `.mjs` file. */
export function lint(text: string, given: LintOptions = {}): Linter.LintMessage[] {
  const { file = "file.ts", rule = "no-lost-cancel", options, config } = given;
  const entry: Linter.RuleEntry = options ? ["error", options] : "error";
  const base: Linter.Config = {
    files: ["**/*.*"],
    languageOptions: { parserOptions: { ecmaFeatures: { jsx: file.endsWith("x") } } },
    linterOptions: { reportUnusedDisableDirectives: "error" },
    ...("settings" in given && { settings: { leaks: given.settings } }),
    ...(!config && { plugins: { leaks: plugin }, rules: { [`leaks/${rule}`]: entry } }),
  };
  const typescript: Linter.Config = { files: ["**/*.{ts,tsx,mts,cts}"], languageOptions: { parser } };
  return new Linter().verify(text, [base, typescript, ...(config ?? [])], { filename: file });
}
