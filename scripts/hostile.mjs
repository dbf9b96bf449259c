/**
 * Lints programs that nobody writes, each in a process of its own. `node scripts/hostile.mjs --help` says how.
 */
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { NESTS } from "./hostile/nests.mjs";
import { saveOutcomes, tableOf } from "./hostile/save.mjs";
import { manyOfOne } from "./hostile/shapes.mjs";
import { webs } from "./hostile/webs.mjs";

const HELP = `Usage: node scripts/hostile.mjs [options] [name …]

Lints programs that nobody writes with all rules of the built plugin (npm run build) and its preset "strict":

  - shapes: ten thousand of one thing, and webs of things that refer to each other;
  - nests: constructs that stand in themselves, as deep as the parser and ESLint without rules can follow.

Each in a process of its own, which must end in time, within its heap, and without an exception; where not all leaks
are reported, a bound must have been said to be hit (docs/bounds.md). Without names all are linted.

Options:
  --shapes          only shapes and webs
  --nests           only nests
  --size N          how many of one thing (default 10000)
  --seconds N       how long a process may take (default 120)
  --heap N          its heap, in MB (default 1500)
  --save            write the result to tests/hostile/RESULTS.md
  --plugin MODULE   another build of the plugin than this project's
  --help            this text

All of it takes half an hour on one core; begin it with nice.

Exit code: 0 when everything holds; 1 when not.`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    shapes: { type: "boolean", default: false },
    nests: { type: "boolean", default: false },
    size: { type: "string", default: "10000" },
    seconds: { type: "string", default: "120" },
    heap: { type: "string", default: "1500" },
    save: { type: "boolean", default: false },
    plugin: { type: "string", default: "eslint-plugin-leaks" },
    help: { type: "boolean", default: false },
  },
});
if (values.help) console.log(HELP);
else process.exitCode = main();

/** @typedef {import("./hostile/save.mjs").Row} Row */

/** @returns {number} the exit code */
function main() {
  const isWanted = (/** @type {string} */ name) => positionals.length === 0 || positionals.includes(name);
  const shapes = values.nests ? [] : Object.keys({ ...manyOfOne, ...webs }).filter(isWanted);
  const nests = values.shapes ? [] : Object.keys(NESTS).filter(isWanted);
  const rows = [
    ...shapes.map((name) => run("shape", name, values.size)),
    ...nests.flatMap((name) => (NESTS[name]?.file ? ["tsx"] : ["mjs", "tsx"]).map((file) => run("nest", name, file))),
  ];
  console.log(tableOf(rows));
  if (values.save) saveOutcomes(values.shapes ? "shapes" : values.nests ? "nests" : "all", rows, process.argv.slice(2));
  return rows.some(({ failure }) => failure) ? 1 : 0;
}

/**
 * @param {"shape" | "nest"} kind
 * @param {string} name
 * @param {string} given its size, or the extension of its file
 * @returns {Row}
 */
function run(kind, name, given) {
  const worker = fileURLToPath(new URL("hostile/worker.mjs", import.meta.url));
  const args = [`--max-old-space-size=${values.heap}`, worker, values.plugin, kind, name, given];
  const start = (/** @type {string[]} */ ...more) => {
    const options = /** @type {const} */ ({ encoding: "utf8", timeout: Number(values.seconds) * 1_000 });
    return spawnSync(process.execPath, [...args, ...more], options);
  };
  const first = start();
  // The parser may have ended the process, on its way to the depth that it does not take.
  const depths = Array.from(first.stderr.matchAll(/^taken (\d+)$/gm), ([, depth]) => Number(depth));
  const isEnded = first.signal === "SIGABRT" && depths.length > 0;
  const child = isEnded ? start(String(Math.max(...depths))) : first;
  const title = kind === "nest" ? `${name}, .${given}` : name;
  const row = child.status === 0 ? readRow(title, child.stdout) : { title, failure: failureOf(child) };
  console.error(JSON.stringify(row));
  return row;
}

/**
 * @param {string} title
 * @param {string} json
 * @returns {Row}
 */
function readRow(title, json) {
  const outcome = /** @type {import("./hostile/lint-all.mjs").Outcome} */ (JSON.parse(json));
  const isQuiet = outcome.reports < outcome.expected && outcome.bounds.length === 0;
  return { title, outcome, ...(isQuiet && { failure: "leaks are missing, and no bound is said to be hit" }) };
}

/** @param {import("node:child_process").SpawnSyncReturns<string>} child */
function failureOf({ error, signal, stderr }) {
  if (error) return /ETIMEDOUT/.test(error.message) ? "not in time" : error.message;
  const said = stderr.split("\n").find((line) => /Error|FATAL/.test(line)) ?? "";
  return [signal, said].filter(Boolean).join(" ").slice(0, 200);
}
