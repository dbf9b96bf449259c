import type { ESLint, Linter } from "eslint";
import type { AnyRule } from "./rules/create-rule.ts";
import { rules } from "./rules/index.ts";
import type { RuleOptions } from "./rules/rule-options.ts";

/** The names of the presets. */
export type PresetName = "recommended" | "strict";

/**
 * Files whose leaks end with the test run. They are matched with `ignores`, never with `files`: a `files` pattern
 * would make ESLint lint files that it did not lint before.
 */
const TEST_FILES: readonly string[] = [
  "**/*{.,-,_}{test,spec,e2e,bench}.*",
  "**/{test,tests,__tests__,__mocks__,spec,e2e}/**",
];

/**
 * What a test may do without a word: drop a cancel function, leak when it fails, start work only to cancel it, expect
 * an error, leave watchers that end with it.
 */
const QUIET_IN_TESTS: readonly string[] = [
  ...["discarded", "exception", "dropped"],
  ...["throws", "watcher", "hand-written"],
];

/**
 * Makes a preset from what the rules say of themselves: a relaxed base for every file, then the full rules for all
 * but the tests. The full options are spelled out, because an entry without options would inherit the relaxed ones.
 */
export function createPreset(name: PresetName, plugin: ESLint.Plugin): Linter.Config[] {
  const plugins = { leaks: plugin };
  return [
    { name: `leaks/${name}/base`, plugins, rules: entriesFor((rule) => relax(optionsFor(rule, name))) },
    {
      name: `leaks/${name}`,
      ignores: [...TEST_FILES],
      plugins,
      rules: entriesFor((rule) => optionsFor(rule, name)),
    },
  ];
}

function entriesFor(choose: (rule: AnyRule) => RuleOptions): Linter.RulesRecord {
  const recommended = Object.entries(rules).filter(([, rule]) => rule.meta.docs?.recommended);
  return Object.fromEntries(recommended.map(([id, rule]) => [`leaks/${id}`, ["error", choose(rule)]]));
}

function optionsFor(rule: AnyRule, preset: PresetName): RuleOptions {
  const [defaults] = rule.meta.defaultOptions ?? [];
  return { ...defaults, ...(preset === "strict" ? rule.meta.docs?.strict : {}) };
}

function relax(options: RuleOptions): RuleOptions {
  const { causes } = options;
  return causes ? { ...options, causes: causes.filter((cause) => !QUIET_IN_TESTS.includes(cause)) } : options;
}
