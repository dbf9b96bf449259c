/**
 * What the plugin costs where it has nothing to say: the scan of the text, which is all that happens in most files; in
 * how many it finds a word, and in how many of those there is an acquire. And the time to load the plugin.
 */
import { Linter } from "eslint";
import { execFileSync } from "node:child_process";
import { parseArgs } from "node:util";
import tseslint from "typescript-eslint";
import { PACKAGES, readCorpus } from "./corpus.mjs";
import { median } from "./median.mjs";
import { describeRun, saveSection } from "./results.mjs";
import { findCandidates } from "../dist/resources/candidates.js";
import { findAcquisitions } from "../dist/resources/find-acquisitions.js";
import { knownIn } from "../dist/resources/known.js";

const HELP = `node bench/scan.mjs [options]

Scans the sources of ${PACKAGES.length} npm packages for the words of an acquire, and loads the plugin in fresh
processes.

  --runs <n>   passes over all files, and processes (default 9)
  --quick      every twentieth file, and nothing is written
  --help       this text

Without --quick it writes its section of bench/RESULTS.md.
`;

/** @typedef {import("./corpus.mjs").Source} Source */

const { values } = parseArgs({
  options: {
    runs: { type: "string", default: "9" },
    quick: { type: "boolean", default: false },
    help: { type: "boolean", default: false },
  },
});
const runs = Number(values.runs);
if (values.help) console.log(HELP);
else main();

function main() {
  const all = readCorpus(PACKAGES, (message) => console.error(message));
  const sources = all.filter((_, i) => !values.quick || i % 20 === 0);
  const lines = sources.reduce((sum, source) => sum + source.lines, 0);
  const known = knownIn(undefined);
  const candidates = sources.filter((source) => scan(source, known) > 0);
  const acquiring = candidates.filter((source) => acquires(source, known));
  const perLines = (/** @type {number} */ ms) => ((ms * 1_000) / lines).toFixed(3);
  const share = (/** @type {readonly Source[]} */ files) =>
    `${files.length} of ${sources.length} (${((files.length / sources.length) * 100).toFixed(1)} %)`;
  const table = `| | |
|---|--:|
| scan of 1,000 lines | ${perLines(timeScan(sources, (source) => scan(source, known)))} ms |
| looking for one word that is not there, for comparison | ${perLines(timeScan(sources, ({ text }) => text.indexOf("noSuchWord")))} ms |
| files with a word of an acquire | ${share(candidates)} |
| files with an acquire, for which graphs are made | ${share(acquiring)} |
| loading the plugin in a process that has loaded ESLint | ${timeLoad("eslint").toFixed(1)} ms |
| loading the plugin alone | ${timeLoad("node:path").toFixed(1)} ms |`;
  console.log(table);
  if (!values.quick) saveSection("scan", describe(table, lines));
}

/**
 * @param {readonly Source[]} sources
 * @param {(source: Source) => number} look
 * @returns {number} the milliseconds of the fastest pass
 */
function timeScan(sources, look) {
  return Math.min(
    ...Array.from({ length: runs }, () => {
      const start = performance.now();
      for (const source of sources) look(source);
      return performance.now() - start;
    }),
  );
}

/**
 * The text alone is searched here; imports are looked up in the tree, which costs next to nothing.
 *
 * @param {Source} source
 * @param {import("../dist/resources/known.js").Known} known
 */
function scan({ text }, known) {
  /** @type {unknown} */
  const sourceCode = { ast: { body: [] }, text };
  return findCandidates(/** @type {Parameters<typeof findCandidates>[0]} */ (sourceCode), known).size;
}

/**
 * @param {Source} source
 * @param {import("../dist/resources/known.js").Known} known
 */
function acquires({ path, text }, known) {
  const linter = new Linter();
  const parser = /** @type {import("eslint").Linter.Parser} */ (tseslint.parser);
  linter.verify(text, [{ files: ["**"], languageOptions: { parser } }], { filename: path });
  /** @type {unknown} */
  const sourceCode = linter.getSourceCode();
  return findAcquisitions(/** @type {Parameters<typeof findAcquisitions>[0]} */ (sourceCode), known).length > 0;
}

/**
 * @param {string} before what is loaded first
 * @returns {number} milliseconds
 */
function timeLoad(before) {
  const plugin = new URL("../dist/index.js", import.meta.url).href;
  const script = `await import("${before}"); const start = performance.now(); await import("${plugin}");
    console.log(performance.now() - start);`;
  const options = ["--input-type=module", "--eval", script];
  const cwd = new URL("..", import.meta.url);
  const times = Array.from({ length: runs }, () => Number(execFileSync(process.execPath, options, { cwd })));
  return median(times);
}

/**
 * @param {string} table
 * @param {number} lines
 */
function describe(table, lines) {
  return `## Where there is nothing to say

\`node bench/scan.mjs\`: ${lines.toLocaleString("en")} lines of ${PACKAGES.join(", ")}.
${describeRun(["eslint"])}

${table}

The scan: the fastest of ${runs} passes. Loading: the median of ${runs} processes.`;
}
