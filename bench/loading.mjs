/**
 * What it takes to load the plugin in a process of its own, beside a module that does nothing: Node's own share.
 */
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { median } from "./median.mjs";
import { describeRun, saveSection } from "./results.mjs";

const HELP = `node bench/loading.mjs [options]

Loads the plugin in fresh processes, alone and after ESLint, beside a module that does nothing and beside what the
plugin imports.

  --runs <n>   processes of each kind, in turns (default 25)
  --quick      five of each, and nothing is written
  --help       this text

Without --quick it writes its section of bench/RESULTS.md.
`;

const root = new URL("..", import.meta.url);
const idle = new URL("node_modules/.cache/idle.mjs", root);
const MODULES = {
  "a module that does nothing": idle.href,
  "`@eslint-community/eslint-utils`, which the plugin imports": "@eslint-community/eslint-utils",
  "the plugin, with that": new URL("dist/index.js", root).href,
};
const BEFORE = { "after ESLint": "eslint", alone: "node:path" };

/** @typedef {{ wall: number, cpu: number }} Load milliseconds */

const { values } = parseArgs({
  options: {
    runs: { type: "string", default: "25" },
    quick: { type: "boolean", default: false },
    help: { type: "boolean", default: false },
  },
});
const runs = values.quick ? 5 : Number(values.runs);
if (values.help) console.log(HELP);
else main();

function main() {
  writeFileSync(fileURLToPath(idle), "export default {};\n");
  const kinds = Object.entries(MODULES).flatMap(([name, module]) =>
    Object.entries(BEFORE).map(([when, before]) => {
      return { name, when, module, before, loads: /** @type {Load[]} */ ([]) };
    }),
  );
  for (let run = 0; run < runs; run++) {
    for (const { module, before, loads } of kinds) loads.push(load(module, before));
    console.error(`run ${run + 1} of ${runs}`);
  }
  const rows = kinds.map(({ name, when, loads }) => {
    const [wall, cpu] = [median(loads.map((each) => each.wall)), median(loads.map((each) => each.cpu))];
    return `| ${name}, ${when} | ${wall.toFixed(1)} ms | ${cpu.toFixed(1)} ms |`;
  });
  const table = ["| | until it is loaded | processor time |", "|---|--:|--:|", ...rows].join("\n");
  console.log(table);
  if (!values.quick) saveSection("loading", describe(table));
}

/**
 * @param {string} module
 * @param {string} before what is loaded first
 * @returns {Load}
 */
function load(module, before) {
  const script = `await import("${before}");
    const [start, used] = [performance.now(), process.cpuUsage()];
    await import("${module}");
    const [wall, { user, system }] = [performance.now() - start, process.cpuUsage(used)];
    console.log(JSON.stringify({ wall, cpu: (user + system) / 1_000 }));`;
  const options = ["--input-type=module", "--eval", script];
  return JSON.parse(execFileSync(process.execPath, options, { cwd: root, encoding: "utf8" }));
}

/** @param {string} table */
function describe(table) {
  return `## Loading the plugin

\`node bench/loading.mjs\`: the median of ${runs} processes of each kind, which take turns. The first row is Node's own
share, what is beyond it is the plugin's; the aim is 25 ms. Processor time counts Node's helper threads, and nothing
that other programs on the machine do meanwhile.
${describeRun(["eslint"])}

${table}`;
}
