/** The command lines that bench/oxlint.mjs times, with the configs and the oxlint that they need. */
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import plugin from "../../dist/index.js";
import { installed } from "../installed.mjs";

export const OXLINT = "oxlint@1.94.0";
const root = fileURLToPath(new URL("../..", import.meta.url));

/**
 * @typedef {object} Run
 * @property {string} name
 * @property {string[]} command for Node, without the folder to lint
 * @property {boolean} finds whether our rules are among its rules
 */

/**
 * @param {string} folder
 * @returns {Run[]}
 */
export function commandsIn(folder) {
  const idle = path.join(folder, "idle.mjs");
  write(idle, 'export default { meta: { name: "idle" }, rules: { idle: { create: () => ({}) } } };\n');
  const leaks = path.join(root, "dist/index.js");
  const all = Object.keys(plugin.rules).map((name) => `leaks/${name}`);
  const kinds = /** @type {const} */ ([
    ["no rule", "", []],
    ["a rule that does nothing", idle, ["idle/idle"]],
    ["all of ours", leaks, all],
  ]);
  const eslint = path.join(root, "node_modules/eslint/bin/eslint.js");
  return kinds.flatMap(([name, file, rules], i) => {
    const finds = file === leaks;
    const entries = Object.fromEntries(rules.map((rule) => [rule, "error"]));
    const [flat, rc] = [path.join(folder, `eslint.${i}.mjs`), path.join(folder, `oxlint.${i}.json`)];
    write(flat, eslintConfig(file, entries));
    write(rc, JSON.stringify({ jsPlugins: file ? [file] : [], categories: { correctness: "off" }, rules: entries }));
    return [
      { name: `ESLint, ${name}`, finds, command: [eslint, "--no-inline-config", "--config", flat] },
      { name: `oxlint, ${name}`, finds, command: [path.join(installed(OXLINT), "bin/oxlint"), "--config", rc] },
    ];
  });
}

/**
 * @param {string} file the plugin; empty for none
 * @param {Record<string, string>} rules
 */
function eslintConfig(file, rules) {
  const [name = "none"] = Object.keys(rules).map((rule) => rule.split("/")[0]);
  return `import parser from ${JSON.stringify(path.join(root, "node_modules/@typescript-eslint/parser/dist/index.js"))};
${file ? `import plugin from ${JSON.stringify(file)};` : "const plugin = {};"}
export default [{
  files: ["**/*.{ts,tsx,mts,cts}"],
  languageOptions: { parser },
  linterOptions: { reportUnusedDisableDirectives: "off" },
  plugins: { ${name}: plugin },
  rules: ${JSON.stringify(rules)},
}];
`;
}

/**
 * Writes a file and the folders it stands in.
 *
 * @param {string} file
 * @param {string} text
 */
export function write(file, text) {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
}

/** Every run with our rules must report it. */
export const LEAKING = `import { withTimeout } from "@loke/context";
export async function run(parent: unknown, job: (ctx: unknown) => Promise<void>) {
  const { ctx, abort } = withTimeout(parent, 500);
  await job(ctx);
  abort();
}
`;
