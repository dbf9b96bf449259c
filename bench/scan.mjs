/**
 * What the plugin costs where it has nothing to say: the look at the text in each rule's `create`, which is all that
 * happens in most files.
 */
import { parseArgs } from "node:util";
import { PACKAGES, readCorpus } from "./corpus.mjs";
import { median } from "./median.mjs";
import { describeRun, saveSection } from "./results.mjs";
import { everyNth, linesOf, rotate, sizeOf } from "./sample.mjs";
import plugin from "../dist/index.js";

const HELP = `node bench/scan.mjs [options]

Gives the sources of ${PACKAGES.length} npm packages to the \`create\` of each rule, without parsing them, and counts
the files in which the rule wants to see more. Takes seconds, so it is the one to run while working on these looks.

  --runs <n>   passes over all files (default 9)
  --quick      every twentieth file, and nothing is written
  --help       this text

Without --quick it writes its section of bench/RESULTS.md.
`;

/** @typedef {import("./corpus.mjs").Source} Source */
/** @typedef {{ name: string, look: (text: string) => unknown }} Look gives listeners, or nothing when it is done */

/** @type {Map<string, { body: [] }>} */
const programs = new Map();

const { values } = parseArgs({
  options: {
    runs: { type: "string", default: "9" },
    quick: { type: "boolean", default: false },
    help: { type: "boolean", default: false },
  },
});
if (values.help) console.log(HELP);
else main();

function main() {
  const all = readCorpus(PACKAGES, (message) => console.error(message));
  const sources = everyNth(all, values.quick ? 20 : 1);
  const lines = linesOf(sources);
  const rules = Object.entries(plugin.rules).map(([name, rule]) => lookOf(name, rule));
  /** @type {Look} */
  const together = { name: "all rules", look: (text) => rules.map(({ look }) => look(text)).some(Boolean) };
  const word = {
    name: 'one `includes("setTimeout")`',
    look: (/** @type {string} */ text) => text.includes("setTimeout"),
  };
  // Rules share what they find in a text as long as they ask one after the other about it, so together is not the sum.
  const looks = [together, ...rules, word];
  const times = new Map(looks.map(({ name }) => [name, /** @type {number[]} */ ([])]));
  for (let run = 0; run < Number(values.runs); run++) {
    for (const { name, look } of rotate(looks, run)) times.get(name)?.push(timePass(sources, look));
  }
  const rows = looks.map(({ name, look }) => {
    const ms = ((median(times.get(name) ?? []) * 1_000) / lines).toFixed(4);
    const more = sources.filter(({ text }) => look(text)).length;
    return `| ${name} | ${ms} | ${more} (${((more / sources.length) * 100).toFixed(1)} %) |`;
  });
  const table = ["| | ms for 1,000 lines | files to see more of |", "|---|--:|--:|", ...rows].join("\n");
  console.log(table);
  if (!values.quick) saveSection("scan", describe(table, sources));
}

/**
 * @param {string} name
 * @param {import("eslint").Rule.RuleModule} rule
 * @returns {Look}
 */
function lookOf(name, rule) {
  const options = rule.meta?.defaultOptions ?? [];
  const look = (/** @type {string} */ text) => {
    // All that `create` may look at before the file is worth more. Imports are few, and found in the tree.
    const context = { sourceCode: { text, ast: programOf(text) }, settings: {}, options };
    const listeners = rule.create(/** @type {import("eslint").Rule.RuleContext} */ (/** @type {unknown} */ (context)));
    return Object.keys(listeners).length > 0;
  };
  return { name: `\`${name}\``, look };
}

/**
 * One for each text, since rules share what they find in a program.
 *
 * @param {string} text
 */
function programOf(text) {
  const known = programs.get(text);
  if (known) return known;
  /** @type {{ body: [] }} */
  const program = { body: [] };
  programs.set(text, program);
  return program;
}

/**
 * @param {readonly Source[]} sources
 * @param {(text: string) => unknown} look
 * @returns {number} milliseconds
 */
function timePass(sources, look) {
  const start = performance.now();
  for (const { text } of sources) look(text);
  return performance.now() - start;
}

/**
 * @param {string} table
 * @param {readonly Source[]} sources
 */
function describe(table, sources) {
  return `## Where there is nothing to say

\`node bench/scan.mjs\`: ${sizeOf(sources)} of ${PACKAGES.join(", ")}, not parsed.
${describeRun(["eslint"])} The median of ${values.runs} passes.

${table}`;
}
