/** What bench/peers.mjs has to show: the rules beside each other, and the share of parsing. */
import { ALONE, IDLE, OURS, PEERS, RIVAL, rulesOf } from "../rules.mjs";
import { nameOf, percent } from "../cells.mjs";
import { linesOf } from "../sample.mjs";
import { fastest, usual } from "./totals.mjs";

/** @typedef {import("./totals.mjs").Times} Times */
/** @typedef {{ stats: Times, cpu: Times, lines: number }} Measures */
/** @typedef {Measures & { reports: import("./reports.mjs").Reports, calls: import("./calls.mjs").Calls }} Measured */

const HEAD = [
  "reports",
  "ms for 1,000 lines, by stats",
  "ours together take, of its time",
  "calls for 1,000 lines",
  "ms without the clock",
  "ours together",
  "ms by processor time",
];

/**
 * @param {Measured} measured
 * @returns {string}
 */
export function describeTable({ stats, cpu, lines, reports, calls }) {
  const perLines = (/** @type {number} */ ms) => ((ms * 1_000) / lines).toFixed(3);
  const byStats = (/** @type {string} */ key) => usual(stats, key);
  const fast = (/** @type {string} */ key) => fastest(stats, key);
  const byCpu = (/** @type {string} */ key) => usual(cpu, key) - usual(cpu, IDLE[0]);
  const clock = (/** @type {string} */ key) => calls.perLine(key) * calls.clockMs * lines;
  const clockless = (/** @type {string} */ key) => byStats(key) - clock(key);
  const row = (/** @type {string} */ key) => {
    const isPeer = key in PEERS;
    const cells = [
      reports.of(rulesOf(key)),
      perLines(byStats(key)),
      isPeer ? `${share(byStats, key)} (${share(fast, key)})` : "",
      Math.round(calls.perLine(key) * 1_000).toLocaleString("en"),
      perLines(clockless(key)),
      isPeer ? share(clockless, key) : "",
      cpu.has(key) ? perLines(byCpu(key)) : "",
    ];
    return `| ${nameOf(key)} | ${cells.join(" | ")} |`;
  };
  return [
    `| | ${HEAD.join(" | ")} |`,
    `|---|${"--:|".repeat(HEAD.length)}`,
    ...[OURS, ...ALONE, ...Object.keys(PEERS)].map(row),
    `| parsing | | ${perLines(byStats("parse"))} | ${share(byStats, "parse")} (${share(fast, "parse")}) | | | | |`,
  ].join("\n");
}

/**
 * What the rules take where no context library is used, as it is in most projects.
 *
 * @param {Times} stats
 * @param {readonly import("../corpus.mjs").Source[]} sources
 */
export function describeOthers(stats, sources) {
  const isOther = (/** @type {number} */ file) => !sources[file]?.path.startsWith("@dxos");
  const lines = linesOf(sources.filter((_, file) => isOther(file)));
  const of = (/** @type {string} */ key) => usual(stats, key, isOther);
  const shares = [RIVAL, "parse"].map((key) => `${share(of, key)} of \`${key}\``);
  return `Without the two packages that use a context library (${lines.toLocaleString("en")} lines), by stats:
${((of(OURS) * 1_000) / lines).toFixed(3)} ms for 1,000 lines, ${shares.join(", ")}.`;
}

/**
 * What all rules of ours take, of the time of another.
 *
 * @param {(key: string) => number} ms
 * @param {string} key
 */
function share(ms, key) {
  return percent(ms(OURS) / ms(key));
}
