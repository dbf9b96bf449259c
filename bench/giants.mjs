/**
 * The largest files that people have: TypeScript's own compiler, two hundred thousand lines in one function scope.
 */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { parseArgs } from "node:util";
import { lintTimed } from "./lint-timed.mjs";
import { nameOf, percent } from "./cells.mjs";
import { median } from "./median.mjs";
import { describeRun, saveSection } from "./results.mjs";
import { ALONE, configOf, OURS, PEERS, rulesOf } from "./rules.mjs";
import { rotate } from "./sample.mjs";

const FILES = ["typescript.js", "_tsc.js"];
const HELP = `node bench/giants.mjs [options]

Lints ${FILES.join(" and ")} of the typescript package: all our rules as \`strict\` has them, and the peers, one run of
ESLint with its own statistics for each.

  --runs <n>   runs, in which the rules take turns (default 3)
  --quick      one run of the smaller file, and nothing is written
  --help       this text

Without --quick it writes its section of bench/RESULTS.md. Exit code 1 when a file cannot be linted.
`;

const KEYS = [OURS, ...ALONE, ...Object.keys(PEERS)];
const { values } = parseArgs({
  options: {
    runs: { type: "string", default: "3" },
    quick: { type: "boolean", default: false },
    help: { type: "boolean", default: false },
  },
});
if (values.help) console.log(HELP);
else main();

function main() {
  const sections = (values.quick ? FILES.slice(1) : FILES).map(measure);
  const text = sections.join("\n\n");
  console.log(text);
  if (!values.quick) saveSection("giants", describe(text));
}

/** @param {string} name */
function measure(name) {
  const text = readFileSync(createRequire(import.meta.url).resolve(`typescript/lib/${name}`), "utf8");
  /** @type {Map<string, number[]>} */
  const times = new Map();
  const note = (/** @type {string} */ key, /** @type {number} */ ms) => times.set(key, [...(times.get(key) ?? []), ms]);
  let reports = 0;
  for (let run = 0; run < (values.quick ? 1 : Number(values.runs)); run++) {
    const keys = rotate(KEYS, run * 5);
    const config = configOf(keys, { files: ["**"], languageOptions: { sourceType: "commonjs" }, strict: true });
    const { broken, messages, parseMs, ruleMs } = lintTimed(text, config, name);
    if (broken) throw new Error(broken);
    reports = messages.filter(({ ruleId }) => ruleId?.startsWith("leaks/")).length;
    note("parse", parseMs);
    for (const key of keys)
      note(
        key,
        rulesOf(key).reduce((sum, rule) => sum + ruleMs(rule), 0),
      );
    console.error(`${name}, run ${run + 1}: ${(times.get(OURS)?.at(-1) ?? NaN).toFixed(0)} ms of ours`);
  }
  const usual = (/** @type {string} */ key) => median(times.get(key) ?? []);
  const rows = [...KEYS, "parse"].map((key) => {
    const share = percent(usual(OURS) / usual(key));
    const isOurs = key === OURS || ALONE.includes(key);
    return `| ${nameOf(key)} | ${usual(key).toFixed(1)} | ${isOurs ? "" : share} |`;
  });
  const lines = text.split("\n").length - 1;
  return `\`${name}\`, ${lines.toLocaleString("en")} lines, ${reports} reports of ours:

| | ms | ours together take, of its time |
|---|--:|--:|
${rows.join("\n")}`;
}

/** @param {string} text */
function describe(text) {
  return `## One huge file

\`node bench/giants.mjs\`: the compiler as npm has it, linted with ESLint's own parser, all our rules as \`strict\` has
them. The median of ${values.runs} runs, by \`--stats\`.
${describeRun(["eslint", "typescript"])}

${text}`;
}
