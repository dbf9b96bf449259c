/**
 * What the rules cost beside rules people know and beside parsing, on TypeScript sources that npm packages ship.
 */
import { Linter } from "eslint";
import react from "@eslint-react/eslint-plugin";
import { parseArgs } from "node:util";
import tseslint from "typescript-eslint";
import { PACKAGES, readCorpus } from "./corpus.mjs";
import { lintTimed } from "./lint-timed.mjs";
import { everyNth, linesOf, rotate, totals } from "./peers/totals.mjs";
import { describeRun, saveSection } from "./results.mjs";
import plugin from "../dist/index.js";

/** All rules of this plugin in one: they share an analysis, which the first of them to run pays for. */
const OURS = "leaks/*";
const RULES = [
  OURS,
  "@eslint-react/web-api/no-leaked-timeout",
  "no-useless-assignment",
  "@typescript-eslint/no-unused-vars",
];
// Its preset holds the plugin under the name its users know.
const { plugins } = /** @type {{ plugins: Record<string, import("eslint").ESLint.Plugin> }} */ (react.configs.all);
/** A difference of two wall times below this, for 1,000 lines, says nothing. */
const NOISE_MS = 0.05;
const HELP = `node bench/peers.mjs [options]

Lints the sources of ${PACKAGES.length} npm packages in one process and compares what each rule takes, in two ways:

  stats  ESLint's own times of each rule, its \`create\` included (all rules in one run)
  wall   the time of a run with this one rule, less that of a run without rules, on the same parsed file

  --runs <n>   passes over all files of each kind, one kind after the other (default 3)
  --every <n>  every nth file only (default 1)
  --quick      every twentieth file, and nothing is written
  --help       this text

Without --quick it writes its section of bench/RESULTS.md.
`;

/** @typedef {import("./corpus.mjs").Source} Source */
/** @typedef {import("./peers/totals.mjs").Times} Times */

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
  const all = readCorpus(PACKAGES, log);
  const sources = everyNth(all, values.quick ? 20 : Number(values.every));
  const some = everyNth(sources, values.quick ? 1 : 5);
  log(`${sources.length} files, ${linesOf(sources).toLocaleString("en")} lines`);
  // Compiles what all runs share, so that the first run is like the others.
  for (const source of everyNth(all, 50)) {
    lintWithStats(source, RULES);
    lintOneByOne(source, ["none", ...RULES]);
  }
  /** @type {Times} */
  const stats = new Map();
  /** @type {Times} */
  const wall = new Map();
  for (let run = 0; run < Number(values.runs); run++) {
    pass(`stats, run ${run + 1}`, sources, stats, (source) => lintWithStats(source, rotate(RULES, run)));
    pass(`wall, run ${run + 1}`, some, wall, (source, i) => lintOneByOne(source, rotate(["none", ...RULES], run + i)));
  }
  const table = [...rowsOf(totals(stats, linesOf(sources)), totals(wall, linesOf(some)))].join("\n");
  console.log(table);
  const others = describeOthers(sources, stats);
  console.log(others);
  for (const { path, ms } of slowest(sources, stats)) log(`${ms.toFixed(1)} ms of ${OURS} in ${path}`);
  if (!values.quick) saveSection("peers", describe(`${table}\n\n${others}`, sources, some));
}

/**
 * The fastest of all passes counts for each file: what else the machine does only ever adds.
 *
 * @param {string} name
 * @param {readonly Source[]} sources
 * @param {Times} least
 * @param {(source: Source, index: number) => Map<string, number>} lint
 */
function pass(name, sources, least, lint) {
  const start = performance.now();
  sources.forEach((source, i) => {
    for (const [key, ms] of lint(source, i)) {
      let times = least.get(key);
      if (!times) least.set(key, (times = new Float64Array(sources.length).fill(Infinity)));
      times[i] = Math.min(times[i] ?? Infinity, ms);
    }
  });
  log(`${name}: ${((performance.now() - start) / 1_000).toFixed(0)} s`);
}

/**
 * @param {Source} source
 * @param {readonly string[]} rules
 * @returns {Map<string, number>}
 */
function lintWithStats({ path, text }, rules) {
  const { parseMs, ruleMs } = lintTimed(text, configOf(rules), path);
  const sum = (/** @type {string} */ rule) => expand(rule).reduce((ms, each) => ms + ruleMs(each), 0);
  return new Map([["parse", parseMs], ...rules.map((rule) => /** @type {const} */ ([rule, sum(rule)]))]);
}

/**
 * One parsed file, linted without rules ("none") and with each rule alone. A rule that keeps what it found for a file
 * gains nothing, since the file is parsed anew in each pass.
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
    const config = configOf(key === "none" ? [] : [key]);
    const start = performance.now();
    linter.verify(parsed, config, options);
    times.set(key, performance.now() - start);
  }
  return times;
}

/**
 * @param {readonly string[]} rules
 * @returns {import("eslint").Linter.Config[]}
 */
function configOf(rules) {
  return [
    {
      files: ["**/*.{ts,tsx,mts,cts}"],
      languageOptions: { parser: /** @type {import("eslint").Linter.Parser} */ (tseslint.parser) },
      linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: "off" },
      plugins: {
        ...plugins,
        leaks: plugin,
        "@typescript-eslint": /** @type {import("eslint").ESLint.Plugin} */ (tseslint.plugin),
      },
      rules: Object.fromEntries(rules.flatMap(expand).map((rule) => [rule, "error"])),
    },
  ];
}

/** @param {string} rule */
function expand(rule) {
  return rule === OURS ? Object.keys(plugin.rules ?? {}).map((name) => `leaks/${name}`) : [rule];
}

/**
 * @param {number} ours
 * @param {number} its
 */
function share(ours, its) {
  return `${((ours / its) * 100).toFixed(1)} %`;
}

/**
 * What the rules take where no context library is used, as it is in most projects.
 *
 * @param {readonly Source[]} sources
 * @param {Times} stats
 */
function describeOthers(sources, stats) {
  const others = sources.map(({ path }) => !path.startsWith("@dxos"));
  const lines = linesOf(sources.filter((_, i) => others[i]));
  const of = totals(new Map([...stats].map(([key, times]) => [key, times.filter((_, i) => others[i])])), lines);
  const shares = [...RULES.slice(1), "parse"].map((key) => `${share(of(OURS), of(key))} of \`${key}\``);
  return `Without the two packages that use a context library (${lines.toLocaleString("en")} lines), by stats:
${of(OURS).toFixed(3)} ms for 1,000 lines, ${shares.join(", ")}.`;
}

/**
 * @param {(key: string) => number} stats
 * @param {(key: string) => number} wall
 */
function* rowsOf(stats, wall) {
  const byWall = (/** @type {string} */ key) => wall(key) - wall("none");
  yield "| | ms for 1,000 lines | we take, of its time | by wall time: ms | we take, of its time |";
  yield "|---|--:|--:|--:|--:|";
  yield `| \`${OURS}\` | ${stats(OURS).toFixed(3)} | | ${byWall(OURS).toFixed(3)} | |`;
  for (const rule of RULES.slice(1)) {
    const cells = [stats(rule).toFixed(3), share(stats(OURS), stats(rule))];
    const isNoise = byWall(rule) < NOISE_MS;
    const cellsByWall = [byWall(rule).toFixed(3), isNoise ? "(noise)" : share(byWall(OURS), byWall(rule))];
    yield `| \`${rule}\` | ${[...cells, ...cellsByWall].join(" | ")} |`;
  }
  yield `| parsing | ${stats("parse").toFixed(3)} | ${share(stats(OURS), stats("parse"))} | | |`;
}

/**
 * @param {readonly Source[]} sources
 * @param {Times} times
 */
function slowest(sources, times) {
  const ours = times.get(OURS) ?? new Float64Array();
  return [...ours]
    .map((ms, i) => ({ ms, path: sources[i]?.path }))
    .sort((a, b) => b.ms - a.ms)
    .slice(0, 5);
}

/**
 * @param {string} table
 * @param {readonly Source[]} sources
 * @param {readonly Source[]} some
 */
function describe(table, sources, some) {
  const size = (/** @type {readonly Source[]} */ list) =>
    `${list.length.toLocaleString("en")} files, ${linesOf(list).toLocaleString("en")} lines`;
  return `## Beside other rules

\`node bench/peers.mjs${values.every === "1" ? "" : ` --every ${values.every}`}\`: ${size(sources)} of
${PACKAGES.join(", ")}.
${describeRun(["eslint", "typescript", "typescript-eslint", "@eslint-react/eslint-plugin"])}

${table}

The first two columns are ESLint's \`--stats\`. It counts \`create\` as well as every listener (our rule reads the text
in \`create\`), and also the two clock readings around each call of a listener, which rules with many listeners pay for
and ours, with one a file at most, does not. The last two columns are free of that: time with the rule less time
without any, on the same parsed files (${size(some)}); there, less than ${NOISE_MS} ms is noise.
The fastest of ${values.runs} runs counts for each file.`;
}

/** @param {string} message */
function log(message) {
  console.error(message);
}
