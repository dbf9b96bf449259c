/**
 * What the rules cost beside rules people know and beside parsing, on TypeScript sources that npm packages ship.
 */
import { Linter } from "eslint";
import { parseArgs } from "node:util";
import { PACKAGES, readCorpus } from "./corpus.mjs";
import { lintTimed } from "./lint-timed.mjs";
import { countCalls } from "./peers/calls.mjs";
import { Reports } from "./peers/reports.mjs";
import { describeOthers, describeTable } from "./peers/table.mjs";
import { median } from "./median.mjs";
import { note, usual } from "./peers/totals.mjs";
import { describeRun, saveSection } from "./results.mjs";
import { ALONE, configOf, IDLE, OURS, PEERS, REACT, rulesOf, silentPeers } from "./rules.mjs";
import { everyNth, linesOf, rotate, sizeOf } from "./sample.mjs";

/** How far the rules move from run to run: what is measured first also pays for what parsing left behind. */
const STRIDE = 7;
const KEYS = [OURS, ...ALONE, ...Object.keys(PEERS)];
const HELP = `node bench/peers.mjs [options]

Lints the sources of ${PACKAGES.length} npm packages in one process and compares what each rule takes, in two ways:

  stats  ESLint's own times of each rule, its \`create\` included (all rules in one run)
  cpu    the processor time of a run with this one rule, less that with one that does nothing, on the same parsed file

  --runs <n>   passes over all files of each kind, one kind after the other (default 5)
  --every <n>  every nth file only (default 1)
  --stats      only the first way, which takes a third of the time; nothing is written
  --quick      every twentieth file, and nothing is written
  --help       this text

Otherwise it writes its section of bench/RESULTS.md. Exit code 1 when a peer finds nothing in a program where it must.
`;

/** @typedef {import("./corpus.mjs").Source} Source */
/** @typedef {import("./peers/totals.mjs").Times} Times */

const { values } = parseArgs({
  options: {
    runs: { type: "string", default: "5" },
    every: { type: "string", default: "1" },
    stats: { type: "boolean", default: false },
    quick: { type: "boolean", default: false },
    help: { type: "boolean", default: false },
  },
});
if (values.help) console.log(HELP);
else main();

function main() {
  const silent = silentPeers();
  if (silent.length > 0) throw new Error(`These peers do not run: ${silent.join(", ")}.`);
  const all = readCorpus(PACKAGES, log);
  const sources = everyNth(all, values.quick ? 20 : Number(values.every));
  log(sizeOf(sources));
  const reports = new Reports();
  // Compiles what all runs share, so that the first run is like the others.
  for (const source of everyNth(all, 50)) {
    lintWithStats(source, KEYS, new Reports());
    if (!values.stats) lintOneByOne(source, [...IDLE, ...KEYS]);
  }
  /** @type {Times} */
  const stats = new Map();
  /** @type {Times} */
  const cpu = new Map();
  for (let run = 0; run < Number(values.runs); run++) {
    pass("stats", run, sources, stats, (source, i) =>
      lintWithStats(source, rotate(KEYS, run * STRIDE + i), run ? undefined : reports),
    );
    if (values.stats) continue;
    pass("cpu", run, sources, cpu, (source, i) => lintOneByOne(source, rotate([...IDLE, ...KEYS], run * STRIDE + i)));
  }
  const lines = linesOf(sources);
  const calls = countCalls(everyNth(sources, 5), KEYS);
  const table = describeTable({ stats, cpu, lines, reports, calls });
  const others = describeOthers(stats, sources);
  console.log(`${table}\n\n${others}`);
  for (const { path, ms } of slowest(sources, stats)) log(`${ms.toFixed(1)} ms of ${OURS} in ${path}`);
  if (!values.quick && !values.stats) saveSection("peers", describe(`${table}\n\n${others}`, { sources, cpu, calls }));
}

/**
 * @param {string} name
 * @param {number} run
 * @param {readonly Source[]} sources
 * @param {Times} times
 * @param {(source: Source, index: number) => Map<string, number>} lint
 */
function pass(name, run, sources, times, lint) {
  const start = performance.now();
  sources.forEach((source, file) => {
    for (const [key, ms] of lint(source, file)) note(times, key, { run, file, files: sources.length }, ms);
  });
  log(`${name}, run ${run + 1} of ${values.runs}: ${((performance.now() - start) / 1_000).toFixed(0)} s`);
}

/**
 * @param {Source} source
 * @param {readonly string[]} keys
 * @param {Reports} [reports] takes what the rules report
 * @returns {Map<string, number>}
 */
function lintWithStats({ path, text }, keys, reports) {
  const { parseMs, ruleMs, messages } = lintTimed(text, configOf(keys), path);
  for (const { ruleId } of messages) reports?.add(ruleId);
  const sum = (/** @type {string} */ key) => rulesOf(key).reduce((ms, rule) => ms + ruleMs(rule), 0);
  return new Map([["parse", parseMs], ...keys.map((key) => /** @type {const} */ ([key, sum(key)]))]);
}

/**
 * Parses once, then lints with each of the rules, each of which sees the file for the first time.
 *
 * @param {Source} source
 * @param {readonly string[]} keys
 * @returns {Map<string, number>}
 */
function lintOneByOne({ path, text }, keys) {
  const linter = new Linter();
  const options = { filename: path };
  linter.verify(text, configOf([]), options);
  const parsed = linter.getSourceCode();
  /** @type {Map<string, number>} */
  const times = new Map();
  for (const key of keys) {
    const config = configOf([key]);
    const start = process.cpuUsage();
    linter.verify(parsed, config, options);
    const { user, system } = process.cpuUsage(start);
    times.set(key, (user + system) / 1_000);
  }
  return times;
}

/**
 * @param {readonly Source[]} sources
 * @param {Times} times
 */
function slowest(sources, times) {
  const runs = times.get(OURS) ?? [];
  return sources
    .map(({ path }, file) => ({ path, ms: median(runs.map((run) => run[file] ?? 0)) }))
    .sort((a, b) => b.ms - a.ms)
    .slice(0, 5);
}

/**
 * @param {string} table
 * @param {{ sources: readonly Source[], cpu: Times, calls: import("./peers/calls.mjs").Calls }} measured
 */
function describe(table, { sources, cpu, calls }) {
  const unsure = (Math.abs(usual(cpu, IDLE[1]) - usual(cpu, IDLE[0])) * 1_000) / linesOf(sources);
  const clock = `${(calls.clockMs * 1e6).toFixed(0)} ns`;
  const options = values.every === "1" ? "" : ` --every ${values.every}`;
  return `## Beside other rules

\`node bench/peers.mjs${options}\`: ${sizeOf(sources)} of
${PACKAGES.join(", ")}.
${describeRun([
  ...["eslint", "typescript", "typescript-eslint", "eslint-plugin-clean-timer", "eslint-plugin-listeners"],
])} ${REACT.replace(/@(?=\d)/, " ")}.

${table}

For each file the median of ${values.runs} runs, in which the rules take turns; in brackets the ratio of the fastest
runs, which other programs on the machine disturb less.

- *By stats* is ESLint's \`--stats\`: a rule's \`create\` and all its listeners. That includes a look at the clock
  around each call of a listener, ${clock} here. Rules with many listeners pay for those, ours, with one a file at
  most, does not, so this comparison flatters it.
- *Without the clock* is the same less ${clock} a call, the fairest of the three.
- *By processor time* is a run with the rule less one with a rule that does nothing, on the same parsed file, garbage
  collection included. Two of the latter differ by ${unsure.toFixed(3)} ms for 1,000 lines; less than that says nothing.

A rule of ours alone makes the whole analysis that it otherwise shares.`;
}

/** @param {string} message */
function log(message) {
  console.error(message);
}
