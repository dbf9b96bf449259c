/**
 * The same sources under oxlint with the plugin loaded, beside ESLint: what the plugin adds to the run of either.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { PACKAGES, readCorpus } from "./corpus.mjs";
import { median } from "./median.mjs";
import { commandsIn, LEAKING, OXLINT, write } from "./oxlint/commands.mjs";
import { describeRun, saveSection } from "./results.mjs";
import { everyNth, sizeOf } from "./sample.mjs";

const HELP = `node bench/oxlint.mjs [options]

Lints the sources of ${PACKAGES.length} npm packages with the commands of ESLint and ${OXLINT}: without a rule, with a
rule that does nothing in a plugin of its own, and with all of ours.

  --runs <n>   runs of each command, in turns (default 3)
  --every <n>  every nth file only (default 1)
  --quick      every twentieth file, and nothing is written
  --help       this text

Otherwise it writes its section of bench/RESULTS.md. Exit code 1 when a command fails or does not report what it must.
`;

/** @typedef {import("./oxlint/commands.mjs").Run} Run */

const { values } = parseArgs({
  options: {
    runs: { type: "string", default: "3" },
    every: { type: "string", default: "1" },
    quick: { type: "boolean", default: false },
    help: { type: "boolean", default: false },
  },
});
if (values.help) console.log(HELP);
else main();

function main() {
  const every = values.quick ? 20 : Number(values.every);
  const sources = everyNth(
    readCorpus(PACKAGES, (message) => console.error(message)),
    every,
  );
  // Outside the project, whose .gitignore would make oxlint pass over everything in node_modules.
  const folder = mkdtempSync(path.join(tmpdir(), "leaks-bench-"));
  try {
    for (const source of sources) write(path.join(folder, "sources", source.path), source.text);
    write(path.join(folder, "sources/leaking.ts"), LEAKING);
    const table = compare(commandsIn(folder), folder);
    console.log(table);
    if (!values.quick) saveSection("oxlint", describe(table, sizeOf(sources)));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * @param {readonly Run[]} commands
 * @param {string} folder
 */
function compare(commands, folder) {
  const times = new Map(commands.map(({ name }) => [name, /** @type {number[]} */ ([])]));
  for (let run = 0; run < Number(values.runs); run++) {
    for (const command of commands) {
      const seconds = time(command, folder);
      times.get(command.name)?.push(seconds);
      console.error(`${command.name}, run ${run + 1}: ${seconds.toFixed(1)} s`);
    }
  }
  const usual = (/** @type {string} */ name) => median(times.get(name) ?? []);
  const rows = commands.map(({ name }) => {
    const without = name.replace(/,.*/, ", no rule");
    return `| ${name} | ${usual(name).toFixed(2)} | ${(usual(name) / usual(without)).toFixed(2)}× |`;
  });
  return ["| | seconds | of its time without a rule |", "|---|--:|--:|", ...rows].join("\n");
}

/**
 * @param {Run} run
 * @param {string} folder
 */
function time({ name, command, finds }, folder) {
  const start = performance.now();
  const [script = "", ...rest] = command;
  const options = /** @type {const} */ ({ cwd: folder, encoding: "utf8", maxBuffer: 1 << 28 });
  const { stdout, stderr } = spawnSync(process.execPath, [script, ...rest, "sources"], options);
  const seconds = (performance.now() - start) / 1_000;
  const isRight = stdout.includes("no-lost-cancel") === finds && !/error: |failed/i.test(stderr);
  if (!isRight) throw new Error(`${name} did not run as it should:\n${(stdout + stderr).slice(0, 2_000)}`);
  return seconds;
}

/**
 * @param {string} table
 * @param {string} size
 */
function describe(table, size) {
  const options = values.every === "1" ? "" : ` --every ${values.every}`;
  return `## Under oxlint

\`node bench/oxlint.mjs${options}\`: the commands of ESLint and ${OXLINT}, from their start to their end, on
${size} of bench/corpus.mjs; the median of ${values.runs} runs. What a plugin costs as
such is seen with one that does nothing: oxlint has to start JavaScript, and to hand over every file.
${describeRun(["eslint", "typescript-eslint"])}

${table}`;
}
