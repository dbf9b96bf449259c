/**
 * What the analysis of one large function costs, and whether it grows with the function. The time is the processor time
 * of the rule alone, its `create` and its listeners, without parsing.
 */
import { Linter } from "eslint";
import { parseArgs } from "node:util";
import { cpuTimed } from "./functions/cpu-timed.mjs";
import { programs } from "./functions/programs.mjs";
import { describeRun, saveSection } from "./results.mjs";
import plugin from "../dist/index.js";

const DEFAULT_RULE = "no-lost-cancel";
const timers = Object.fromEntries(
  Object.entries(plugin.rules).map(([name, rule]) => /** @type {const} */ ([name, cpuTimed(rule)])),
);
/** @type {import("eslint").Linter.RulesRecord} */
const RULES = { "leaks/timed": "error" };
const HELP = `node bench/functions.mjs [options] [program …]

Analyses generated functions of growing size and prints the time for each statement (or acquire, flag, …), and its
ratio to that of the smallest size. Without names all programs are measured, and the section in bench/RESULTS.md is
written: ${Object.keys(programs).join(", ")}.

  --runs <n>     runs of each size, interleaved; the fastest counts (default 5)
  --budget <s>   no further runs of a program after this many seconds (default 30)
  --help         this text
`;

/**
 * @typedef {object} Row
 * @property {number} size
 * @property {number} statements
 * @property {number} reports
 * @property {number} ms the fastest run
 */

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    runs: { type: "string", default: "5" },
    budget: { type: "string", default: "30" },
    help: { type: "boolean", default: false },
  },
});
if (values.help) console.log(HELP);
else main(positionals.length > 0 ? positionals : Object.keys(programs));

/** @param {readonly string[]} names */
function main(names) {
  const unknown = names.filter((name) => !(name in programs));
  if (unknown.length > 0) throw new Error(`No such program: ${unknown.join(", ")}.`);
  const table = [
    "| program | size | statements | reports | µs a statement | time a unit, of the smallest size's |",
    "|---|--:|--:|--:|--:|--:|",
    ...names.flatMap(rowsOf),
  ].join("\n");
  console.log(table);
  if (positionals.length === 0) saveSection("functions", describe(table));
}

/** @param {string} name */
function rowsOf(name) {
  const program = /** @type {import("./functions/programs.mjs").Program} */ (programs[name]);
  const rows = measure(program);
  return rows.map((row, i) => {
    const { size, statements, reports, ms } = row;
    const ratio = ms / size / (rows[0] ? rows[0].ms / rows[0].size : NaN);
    const cells = [
      i === 0 ? name : "",
      `${size.toLocaleString("en")} ${program.unit}`,
      statements.toLocaleString("en"),
      reports,
      ((ms * 1_000) / statements).toFixed(1),
      i === 0 ? "" : `${ratio.toFixed(2)}×`,
    ];
    console.error(cells.join("  "));
    return `| ${cells.join(" | ")} |`;
  });
}

/** @param {import("./functions/programs.mjs").Program} program */
function measure(program) {
  const sources = program.sizes.map((size) => ({ size, source: program.write(size) }));
  // What the engine compiles on the way is not what grows, so the small one has as many runs as it takes to settle.
  const [smallest] = sources;
  for (let run = 0; smallest && run < 8; run++) lint(smallest.source, program.rule);
  /** @type {Row[]} */
  const rows = sources.map(({ size }) => ({ size, statements: 0, reports: 0, ms: Infinity }));
  const end = performance.now() + Number(values.budget) * 1_000;
  for (let run = 0; run < Number(values.runs) && (run === 0 || performance.now() < end); run++) {
    sources.forEach(({ size, source }, i) => {
      const row = /** @type {Row} */ (rows[i]);
      // What takes a few milliseconds needs more runs before one is undisturbed.
      const times = run === 0 ? 1 : Math.max(1, Math.round((10 * (smallest?.size ?? size)) / size));
      for (let i = 0; i < times; i++) {
        const { ms, reports, statements } = lint(source, program.rule);
        Object.assign(row, { ms: Math.min(row.ms, ms), reports, statements });
      }
    });
  }
  return rows;
}

/** @param {string} table */
function describe(table) {
  const says = Object.entries(programs).map(
    ([name, { says, rule = DEFAULT_RULE }]) => `- \`${name}\`: ${says} (${rule})`,
  );
  return `## One large function

\`node bench/functions.mjs\`: the processor time of the rule alone, without parsing, on one generated function. Flat is
what is wanted: 1.00× in the last column means that a function ten times as large takes ten times as long.
${describeRun(["eslint"])} The fastest of up to ${values.runs} runs, or ten
times as many for the smallest size.

${says.join("\n")}

${table}

Not flat by nature: \`chained\` grows with the square of its length, since every context is followed together with
those it is derived from, and \`finallyNest\` with a power of its depth. The first
few milliseconds run from a warm cache, which the rest does not; 10,000 against 50,000 statements shows the growth
best.`;
}

/**
 * @param {string} source
 * @param {string} [rule]
 * @returns {{ ms: number, reports: number, statements: number }}
 */
function lint(source, rule = DEFAULT_RULE) {
  const linter = new Linter();
  const timer = timers[rule];
  if (!timer) throw new Error(`There is no rule ${rule}.`);
  timer.take();
  const messages = linter.verify(source, [{ plugins: { leaks: { rules: { timed: timer.rule } } }, rules: RULES }]);
  const ms = timer.take();
  const broken = messages.find(({ fatal }) => fatal);
  if (broken) throw new Error(`${broken.message} (line ${broken.line})`);
  return { ms, reports: messages.length, statements: countStatements(linter.getSourceCode().ast) };
}

/**
 * Statements and declarations; blocks only hold others.
 *
 * @param {unknown} root
 */
function countStatements(root) {
  let count = 0;
  const open = [root];
  while (open.length > 0) {
    const node = open.pop();
    if (typeof node !== "object" || node === null) continue;
    const type = "type" in node ? String(node.type) : "";
    if (/(?:Statement|Declaration)$/.test(type) && type !== "BlockStatement") count++;
    for (const [key, child] of Object.entries(node)) {
      if (!/^(?:parent|tokens|comments|loc|range)$/.test(key)) open.push(child);
    }
  }
  return count;
}
