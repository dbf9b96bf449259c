/**
 * The rules that benchmarks compare, by the key of their row: all of ours as one, each of ours alone, and those that
 * people know. A key is a rule as ESLint names it; ours alone are of a plugin `@alone/<rule>`.
 */
import { Linter } from "eslint";
import { builtinRules } from "eslint/use-at-your-own-risk";
import { createRequire } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";
import tseslint from "typescript-eslint";
import plugin from "../dist/index.js";
import { installed } from "./installed.mjs";

/** @typedef {import("eslint").ESLint.Plugin} Plugin */

/** All rules of this plugin: they share an analysis, which the first of them to run pays for. */
export const OURS = "leaks/*";

/** The closest peer as it is released. It asks for Node 22 and is no dependency: the tests run on Node 20 too. */
export const REACT = "@eslint-react/eslint-plugin@5.23.0";

/** The peer that all our rules together are to undercut. */
export const RIVAL = "@eslint-react/web-api-no-leaked-timeout";

/** The peers, each with a program in which it must find something: a rule that does not run costs nothing. */
export const PEERS = Object.freeze({
  [RIVAL]: inEffect("setTimeout(tick, 5);"),
  "@eslint-react/web-api-no-leaked-interval": inEffect("setInterval(tick, 5);"),
  "@eslint-react/web-api-no-leaked-event-listener": inEffect('window.addEventListener("resize", tick);'),
  "@eslint-react/web-api-no-leaked-resize-observer": inEffect("const o = new ResizeObserver(tick); o.observe(box);"),
  "clean-timer/assign-timer-id": "setInterval(tick, 5);",
  "listeners/no-missing-remove-event-listener": 'window.addEventListener("resize", tick);',
  "listeners/matching-remove-event-listener":
    'window.addEventListener("resize", tick); window.removeEventListener("resize", tock);',
  "no-useless-assignment": "export function f() { let a = 1; a = 2; return a; a = 3; }",
  "@typescript-eslint/no-unused-vars": "const unused = 1;",
});

const require = createRequire(import.meta.url);
const TYPESCRIPT = ["**/*.{ts,tsx,mts,cts}"];
const parser = /** @type {Linter.Parser} */ (tseslint.parser);

/** Each rule of this plugin. */
export const ALONE = Object.keys(plugin.rules).map((name) => `@alone/${name}/${name}`);

const { default: react } = /** @type {{ default: Plugin }} */ (
  await import(pathToFileURL(path.join(installed(REACT), "dist/index.js")).href)
);
/** Rules that do nothing, beside which others are measured; what the two differ by is what cannot be told. */
export const IDLE = /** @type {const} */ (["idle/idle", "idle/again"]);
const idle = { create: () => ({}) };

/** @type {Record<string, Plugin>} */
const PLUGINS = {
  idle: { rules: { idle, again: idle } },
  "@eslint-react": react,
  ...(await loadAlone()),
  leaks: plugin,
  // These two have no types.
  listeners: /** @type {Plugin} */ (require("eslint-plugin-listeners")),
  "clean-timer": /** @type {Plugin} */ (require("eslint-plugin-clean-timer")),
  "@typescript-eslint": /** @type {Plugin} */ (tseslint.plugin),
};

/**
 * @param {readonly string[]} keys
 * @param {{ files?: string[], languageOptions?: Linter.LanguageOptions, strict?: boolean }} [how] by default
 *   TypeScript, with our rules as `recommended` has them
 * @returns {Linter.Config[]}
 */
export function configOf(keys, { files = TYPESCRIPT, languageOptions = { parser }, strict = false } = {}) {
  const entryOf = (/** @type {string} */ rule) =>
    (strict && plugin.configs.strict[1]?.rules?.[rule.replace(/^@alone\/[^/]+/, "leaks")]) || "error";
  return [
    {
      files,
      languageOptions,
      linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: "off" },
      plugins: PLUGINS,
      rules: Object.fromEntries(keys.flatMap(rulesOf).map((rule) => [rule, entryOf(rule)])),
    },
  ];
}

/**
 * @param {string} key
 * @returns {string[]} the rules it stands for
 */
export function rulesOf(key) {
  return key === OURS ? Object.keys(plugin.rules).map((name) => `leaks/${name}`) : [key];
}

/**
 * @param {string} rule as ESLint names it
 * @returns {import("eslint").Rule.RuleModule}
 */
export function ruleNamed(rule) {
  const at = rule.lastIndexOf("/");
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- a new way to ESLint's own rules does not exist yet
  const found = at < 0 ? builtinRules.get(rule) : PLUGINS[rule.slice(0, at)]?.rules?.[rule.slice(at + 1)];
  if (!found) throw new Error(`There is no rule ${rule}.`);
  return /** @type {import("eslint").Rule.RuleModule} */ (found);
}

/**
 * @returns {string[]} the peers that find nothing in their program
 */
export function silentPeers() {
  return Object.entries(PEERS).flatMap(([rule, program]) => {
    const messages = new Linter().verify(program, configOf([rule], { files: ["**"] }), "sample.tsx");
    return messages.some(({ ruleId }) => ruleId === rule) ? [] : [rule];
  });
}

/**
 * One instance of the plugin for each rule: they share what they know of a file, and one that is to be measured alone
 * must not find it ready.
 *
 * @returns {Promise<Record<string, Plugin>>}
 */
async function loadAlone() {
  const names = Object.keys(plugin.rules);
  const loaded = names.map(async (name) => {
    /** @type {{ default: Plugin }} */
    const instance = await import(`../dist/index.js?alone=${name}`);
    return /** @type {const} */ ([`@alone/${name}`, instance.default]);
  });
  return Object.fromEntries(await Promise.all(loaded));
}

/** @param {string} statement */
function inEffect(statement) {
  return `import { useEffect } from "react"; export function Box() { useEffect(() => { ${statement} }, []); }`;
}
