/**
 * `npm run demo`: lints the example programs, shows the findings, proves each by running the leaking program and the
 * corrected one, and ends with what the plugin itself makes of the leaking ones, which is run as well.
 */
import { parseArgs } from "node:util";
import { bold, dim, green, red } from "./demo/paint.mjs";
import { printChange, printFindings, printProof } from "./demo/print.mjs";
import { showProgress } from "./demo/progress.mjs";
import { estimateSeconds, proveTopics } from "./demo/prove.mjs";
import { listTopics } from "./demo/topics.mjs";
import { runCommand } from "./run-command.mjs";

const HELP = `Usage: npm run demo -- [options] [topic ...]

Lints the programs under examples/ and proves each finding: runs the leaking and the corrected program
and shows how long each keeps its process alive and what it still holds. Then fixes the leaking programs
with the plugin, by --fix or else by its first suggestion, shows what changed, and runs the result.

Options:
  --deadline <ms>  the deadline the programs set for their work (default 3000, at least 100)
  --help           this text

Topics (default: all):
  ${listTopics().join("\n  ")}

Exit code: 0 when every leaking program is reported and proved, no corrected program is reported, and
every fixed program leaks nothing and does what it did; 1 when not; 2 when the demo could not run.
NO_COLOR and FORCE_COLOR are honoured.`;

// Whoever reads the output may stop early: `npm run demo | head`.
process.stdout.on("error", (/** @type {NodeJS.ErrnoException} */ error) => {
  if (error.code !== "EPIPE") throw error;
});

await runCommand(main);

/** @param {string[]} args */
async function main(args) {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { deadline: { type: "string", default: "3000" }, help: { type: "boolean", default: false } },
  });
  if (values.help) {
    console.log(HELP);
    return 0;
  }
  const topics = chooseTopics(positionals);
  const deadlineMs = readDeadline(values.deadline);
  const failures = await lint(topics);
  const { unproved, leaking } = await prove(topics, deadlineMs);
  failures.push(...unproved, ...(await fix(topics, leaking, deadlineMs)));
  console.log("");
  for (const failure of failures) console.log(`${red("✖")} ${failure}`);
  if (failures.length > 0) return 1;
  console.log(green(`✔ ${topics.length} leaking programs reported and proved, no corrected program reported`));
  return 0;
}

/** @param {string[]} wanted */
function chooseTopics(wanted) {
  const all = listTopics();
  const unknown = wanted.find((topic) => !all.includes(topic));
  if (unknown !== undefined) throw new Error(`unknown topic "${unknown}", known are: ${all.join(", ")}`);
  return wanted.length === 0 ? all : wanted;
}

/** @param {string} given */
function readDeadline(given) {
  const ms = Number(given);
  if (Number.isInteger(ms) && ms >= 100) return ms;
  throw new Error(`--deadline takes milliseconds, a whole number of at least 100, got "${given}"`);
}

/**
 * @param {string[]} topics
 * @returns {Promise<string[]>} what is wrong with the reports
 */
async function lint(topics) {
  console.log(bold(`1. What ESLint reports in ${topics.length * 2} programs, with the recommended rules`));
  // Loaded here, so that --help and wrong arguments do not wait for ESLint.
  const { lintExamples } = await import("./demo/lint-examples.mjs");
  const findings = await showProgress("linting", lintExamples(topics));
  printFindings([...findings.values()].flatMap(({ leaking, corrected }) => [...leaking, ...corrected]));
  return [...findings].flatMap(([topic, { leaking, corrected }]) => [
    ...(leaking.length === 0 ? [`examples/${topic}/leaking.mjs is not reported`] : []),
    ...(corrected.length > 0 ? [`examples/${topic}/corrected.mjs is reported`] : []),
  ]);
}

/**
 * @param {string[]} topics
 * @param {number} deadlineMs
 * @returns {Promise<{ unproved: string[], leaking: Map<string, import("./demo/run-program.mjs").Run> }>} what was not
 *   proved, and what the leaking programs did
 */
async function prove(topics, deadlineMs) {
  const seconds = estimateSeconds(topics.length, deadlineMs);
  console.log(bold("\n2. What the reported programs do, beside the corrected ones"));
  console.log(`Each runs to its natural end, with a deadline of ${deadlineMs} ms: about ${seconds} s in all.`);
  /** @type {string[]} */
  const unproved = [];
  /** @type {Map<string, import("./demo/run-program.mjs").Run>} */
  const leaking = new Map();
  const proofs = proveTopics(topics, deadlineMs);
  for (;;) {
    const { done, value } = await showProgress("running", proofs.next());
    if (done) return { unproved, leaking };
    printProof(value);
    if (value.runs) leaking.set(value.topic, value.runs.leaking);
    if (value.doubts.length > 0) unproved.push(`examples/${value.topic}: ${value.doubts.join(", ")}`);
  }
}

/**
 * @param {string[]} topics
 * @param {Map<string, import("./demo/run-program.mjs").Run>} leaking
 * @param {number} deadlineMs
 * @returns {Promise<string[]>} what was not proved
 */
async function fix(topics, leaking, deadlineMs) {
  console.log(bold("\n3. What the plugin makes of the leaking programs"));
  const { fixExamples } = await import("./demo/fix-examples.mjs");
  const { proveFixes } = await import("./demo/prove-fixes.mjs");
  const changes = await showProgress("fixing", fixExamples(topics));
  const unproved = [];
  const proofs = proveFixes(changes, leaking, deadlineMs);
  for (;;) {
    const { done, value } = await showProgress("running", proofs.next());
    if (done) break;
    const change = changes.get(value.topic);
    if (change) printChange(change, value);
    if (value.doubts.length > 0) unproved.push(`examples/${value.topic}, fixed: ${value.doubts.join(", ")}`);
  }
  const left = topics.filter((topic) => !changes.has(topic));
  if (left.length > 0) console.log(`\n${dim("Left to their author:")} ${left.join(", ")}`);
  return unproved;
}
