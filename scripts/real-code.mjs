/**
 * Runs the built plugin over snapshots of public repositories and compares what it reports with the committed verdicts
 * in tests/real-code/verdicts.jsonl. `node scripts/real-code.mjs --help` says how.
 */
import { existsSync } from "node:fs";
import { availableParallelism } from "node:os";
import { parseArgs } from "node:util";
import { loadPlugin } from "./real-code/lint-repository.mjs";
import { printCounts, printDifferences, printTable, printUnjudged } from "./real-code/print.mjs";
import { runWorkers } from "./real-code/run-workers.mjs";
import { findCommit, listSnapshots } from "./real-code/snapshots.mjs";
import { compare, readVerdicts } from "./real-code/verdicts.mjs";

const VERDICTS = new URL("../tests/real-code/verdicts.jsonl", import.meta.url);

const HELP = `Usage: node scripts/real-code.mjs --repos DIR [options]
       node scripts/real-code.mjs --counts

Lints every JavaScript and TypeScript file of the snapshots in DIR with the built plugin (npm run build) and its
preset "recommended", without types, and compares each report with the verdict that was committed for it.

A snapshot is a bare clone of a repository named in tests/real-code/verdicts.jsonl, holding the commit named there, at
DIR/<owner>+<name>/repo or DIR/<owner>+<name>; a plain checkout at DIR/<owner>+<name> does as well. Snapshots
without a verdict are linted at HEAD. Files over 400 kB, declaration files, minified files and anything in
node_modules, dist, build or vendor are left out.

Options:
  --repos DIR        where the snapshots are
  --repo OWNER/NAME  only this repository; may be given more than once
  --rule NAME        only the reports of this rule, such as no-lost-cancel
  --new              show the code of each report nobody has judged, and the line to add to the verdicts
  --counts           count the committed verdicts, without any snapshot
  --verdicts FILE    other verdicts than tests/real-code/verdicts.jsonl
  --plugin MODULE    another build of the plugin than this project's
  --threads N        threads to lint with (default: one for each core)
  --help             this text

Exit code: 0 when every report has a verdict and every judged leak is still reported; 1 when not, or when a rule
crashed; 2 when the run was asked for wrongly.`;

process.exitCode = await main(process.argv.slice(2)).catch((/** @type {unknown} */ error) => {
  console.error(error instanceof Error ? error.message : String(error));
  return 2;
});

/**
 * @param {string[]} args
 * @returns {Promise<number>} the exit code
 */
async function main(args) {
  const { values } = parseArgs({
    args,
    options: {
      repos: { type: "string" },
      repo: { type: "string", multiple: true, default: [] },
      rule: { type: "string" },
      new: { type: "boolean", default: false },
      counts: { type: "boolean", default: false },
      verdicts: { type: "string" },
      plugin: { type: "string", default: "eslint-plugin-leaks" },
      threads: { type: "string", default: String(availableParallelism()) },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) {
    console.log(HELP);
    return 0;
  }
  const verdicts = readVerdicts(values.verdicts ?? VERDICTS)
    .filter(({ repository, rule }) => isChosen(values.repo, repository) && (values.rule ?? rule) === rule);
  if (values.counts) {
    printCounts(verdicts);
    return 0;
  }
  if (values.repos === undefined) throw new Error("--repos DIR is missing; --help explains it");
  const threads = readThreads(values.threads);
  await checkRule(values.plugin, values.rule);
  const jobs = planJobs(values.repos, values.repo, verdicts);
  const outcomes = await runWorkers(jobs, { plugin: values.plugin, threads });

  const compared = outcomes.map((outcome) => {
    const reports = outcome.reports.filter(({ rule }) => (values.rule ?? rule) === rule);
    const own = verdicts.filter(({ repository }) => repository === outcome.repository);
    return { outcome: { ...outcome, reports }, ...compare(reports, own) };
  });
  printTable(compared);
  printDifferences(compared);
  printUnjudged(compared, values.new);
  const isBad = compared.some(({ outcome, unjudged, gone }) =>
    outcome.crashes.length > 0 || unjudged.length > 0 || gone.some(({ verdict }) => verdict === "leak"));
  return isBad ? 1 : 0;
}

/**
 * @param {readonly string[]} wanted none: all
 * @param {string} repository
 */
function isChosen(wanted, repository) {
  return wanted.length === 0 || wanted.includes(repository);
}

/** @param {string} text */
function readThreads(text) {
  const threads = Number(text);
  if (!Number.isInteger(threads) || threads < 1) throw new Error(`--threads is "${text}", wanted a number from 1`);
  return threads;
}

/**
 * Loads the plugin once here, so that a missing build or a misspelt rule is said at once.
 *
 * @param {string} module
 * @param {string | undefined} rule
 */
async function checkRule(module, rule) {
  const plugin = await loadPlugin(module).catch((/** @type {unknown} */ error) => {
    throw new Error(`cannot load the plugin ${module} (npm run build makes it): ${String(error)}`);
  });
  const rules = Object.keys(plugin.rules ?? {});
  if (rule !== undefined && !rules.includes(rule)) {
    throw new Error(`no rule "${rule}"; the plugin has ${rules.join(", ")}`);
  }
}

/**
 * @param {string} folder
 * @param {readonly string[]} wanted
 * @param {readonly import("./real-code/verdicts.mjs").Verdict[]} verdicts
 */
function planJobs(folder, wanted, verdicts) {
  if (!existsSync(folder)) throw new Error(`--repos: there is no folder ${folder}`);
  const snapshots = listSnapshots(folder).filter(({ repository }) => isChosen(wanted, repository));
  const here = new Set(snapshots.map(({ repository }) => repository));
  const missing = wanted.find((repository) => !here.has(repository));
  if (missing !== undefined) throw new Error(`--repo: there is no snapshot of ${missing} in ${folder}`);
  if (snapshots.length === 0) throw new Error(`--repos: there is no snapshot in ${folder}; --help says what one is`);

  const absent = [...new Set(verdicts.map(({ repository }) => repository))].filter((name) => !here.has(name));
  if (absent.length > 0) console.error(`not compared, no snapshot here: ${absent.join(", ")}`);
  return snapshots.map((snapshot) => {
    const judgedAt = verdicts.find(({ repository }) => repository === snapshot.repository)?.commit;
    const commit = findCommit(snapshot, judgedAt);
    if (commit !== "" && judgedAt !== undefined && commit !== judgedAt) {
      console.error(`${snapshot.repository}: the snapshot lacks ${judgedAt}; compared at HEAD, where lines may differ`);
    }
    return { snapshot, commit };
  });
}
