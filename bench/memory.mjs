/**
 * Whether the plugin keeps anything of the files it has seen: the heap of one process that lints thousands of them.
 */
import { Linter } from "eslint";
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { PACKAGES, readCorpus } from "./corpus.mjs";
import { describeRun, saveSection } from "./results.mjs";
import { configOf, OURS } from "./rules.mjs";
import { everyNth } from "./sample.mjs";

const HELP = `node bench/memory.mjs [options]

Lints the sources of ${PACKAGES.length} npm packages, round and round, in two processes: without rules and with all of
ours. Every so often it collects garbage and looks at what is left.

  --files <n>  how many files (default 5000)
  --step <n>   after how many it looks (default 500)
  --quick      500 files in steps of 100, every tenth of the packages', and nothing is written
  --child <rules>  used by the script itself: one process, rules \`none\` or \`${OURS}\`; prints the heap's bytes
  --help       this text

Without --quick it writes its section of bench/RESULTS.md.
`;

const MB = 1024 * 1024;
const { values } = parseArgs({
  options: {
    files: { type: "string", default: "5000" },
    step: { type: "string", default: "500" },
    quick: { type: "boolean", default: false },
    child: { type: "string" },
    help: { type: "boolean", default: false },
  },
});
const [files, step] = values.quick ? [500, 100] : [Number(values.files), Number(values.step)];
if (values.help) console.log(HELP);
else if (values.child !== undefined) console.log(JSON.stringify(watchHeap(values.child)));
else main();

function main() {
  const [without, with_] = [heapOf("none"), heapOf(OURS)];
  const rows = without.map((bytes, i) => {
    const ours = with_[i] ?? NaN;
    const cells = [bytes, ours, ours - bytes].map((each) => (each / MB).toFixed(1));
    return `| ${((i + 1) * step).toLocaleString("en")} | ${cells.join(" | ")} |`;
  });
  const table = ["| files | MB without rules | MB with all of ours | more |", "|--:|--:|--:|--:|", ...rows].join("\n");
  console.log(table);
  if (!values.quick) saveSection("memory", describe(table, with_));
}

/**
 * @param {string} rules
 * @returns {number[]} the heap in use after each step, in bytes
 */
function heapOf(rules) {
  const options = values.quick ? ["--quick"] : ["--files", `${files}`, "--step", `${step}`];
  const command = ["--expose-gc", fileURLToPath(import.meta.url), "--child", rules, ...options];
  const { status, stdout } = spawnSync(process.execPath, command, {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
  });
  if (status !== 0) throw new Error(`The process with the rules ${rules} failed.`);
  return JSON.parse(stdout);
}

/** @param {string} rules */
function watchHeap(rules) {
  const sources = everyNth(
    readCorpus(PACKAGES, (message) => console.error(message)),
    values.quick ? 10 : 1,
  );
  const linter = new Linter();
  const config = configOf(rules === "none" ? [] : [rules]);
  /** @type {number[]} */
  const heap = [];
  for (let i = 0; i < files; i++) {
    const { path, text } = /** @type {import("./corpus.mjs").Source} */ (sources[i % sources.length]);
    linter.verify(text, config, path);
    if ((i + 1) % step !== 0) continue;
    globalThis.gc?.();
    heap.push(process.memoryUsage().heapUsed);
    console.error(`${rules}: ${i + 1} of ${files} files, ${((heap.at(-1) ?? 0) / MB).toFixed(1)} MB`);
  }
  return heap;
}

/**
 * @param {string} table
 * @param {readonly number[]} heap with all of ours
 */
function describe(table, heap) {
  const [first = 0, last = 0] = [heap[0], heap.at(-1)];
  return `## Memory

\`node bench/memory.mjs\`: the heap in use after garbage collection, of one process that lints the sources of
bench/corpus.mjs one after the other, round and round. The corpus itself is part of it. From the first
${step.toLocaleString("en")} files to the last it grows by ${((last - first) / MB).toFixed(1)} MB with our rules.
${describeRun(["eslint", "typescript-eslint"])}

${table}`;
}
