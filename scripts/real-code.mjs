/**
 * Runs the built plugin over snapshots of public repositories and compares what it reports, or what its fixes make of
 * the code, with the verdicts committed in tests/real-code. `node scripts/real-code.mjs --help` says how.
 */
import { existsSync } from "node:fs";
import { availableParallelism } from "node:os";
import { parseArgs } from "node:util";
import { loadPlugin } from "./real-code/create-linter.mjs";
import { describeOutcome, printCounts, printDifferences, printTable, printUnjudged } from "./real-code/print.mjs";
import { readThreads } from "./real-code/read-threads.mjs";
import { runWorkers } from "./real-code/run-workers.mjs";
import { findCommit, listSnapshots } from "./real-code/snapshots.mjs";
import { CHANGES, compare, readVerdicts, REPORTS } from "./real-code/verdicts.mjs";
import { runCommand } from "./run-command.mjs";

const HELP = `Usage: node scripts/real-code.mjs --repos DIR [options]
       node scripts/real-code.mjs --counts [--fixes]

Lints every JavaScript and TypeScript file of the snapshots in DIR with the built plugin (npm run build) and its
preset "recommended", without types, and compares each report with the verdict that was committed for it.

With --fixes it applies the fix of each report alone, then all of a file as \`eslint --fix\` does, and compares each
fix with its own verdict. A fix is broken when the result does not parse, loses a comment or mixes line ends, when the
rule has as much to say as before or another rule more, or when a second run changes more. Tests are linted like other
files then, for there is more to fix in them.

A snapshot is a bare clone of a repository named in tests/real-code/verdicts.jsonl, holding the commit named there, at
DIR/<owner>+<name>/repo or DIR/<owner>+<name>; a plain checkout at DIR/<owner>+<name> does as well. Snapshots
without a verdict are linted at HEAD. Files over 400 kB, declaration files, minified files and anything in
node_modules, dist, build or vendor are left out.

Options:
  --repos DIR        where the snapshots are
  --repo OWNER/NAME  only this repository; may be given more than once
  --rule NAME        only the reports of this rule, such as no-lost-cancel
  --fixes            the fixes of the reports instead of the reports
  --suggestions      with --fixes: the suggestions too, each alone
  --unsafe           with --fixes: fix whole files with settings.leaks.unsafeFixes
  --strict           with the preset "strict" instead
  --new              show the code, or the diff, of each one nobody has judged, and the line to add to the verdicts
  --counts           count the committed verdicts, without any snapshot
  --verdicts FILE    other verdicts than those in tests/real-code
  --plugin MODULE    another build of the plugin than this project's
  --threads N        threads to lint with (default: one for each core)
  --help             this text

Exit code: 0 when every report has a verdict and every judged leak is still reported, or with --fixes every fix has a
verdict, every right one is still offered and no wrong one; 1 when not, when a rule crashed or a fix is broken; 2 when
the run was asked for wrongly.`;

await runCommand(main);

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
      fixes: { type: "boolean", default: false },
      suggestions: { type: "boolean", default: false },
      unsafe: { type: "boolean", default: false },
      strict: { type: "boolean", default: false },
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
  const subject = values.fixes ? CHANGES : REPORTS;
  const isAsked = (/** @type {{ rule: string; kind?: string }} */ { rule, kind = "fix" }) =>
    (values.rule ?? rule) === rule && (kind === "fix" || values.suggestions || values.counts);
  const verdicts = readVerdicts(values.verdicts ?? subject.file, subject)
    .filter((verdict) => isChosen(values.repo, verdict.repository) && isAsked(verdict));
  if (values.counts) {
    printCounts(verdicts, subject);
    return 0;
  }
  if (!values.fixes && (values.suggestions || values.unsafe)) {
    throw new Error("--suggestions and --unsafe only go with --fixes");
  }
  if (values.repos === undefined) throw new Error("--repos DIR is missing; --help explains it");
  const threads = readThreads(values.threads);
  await checkRule(values.plugin, values.rule);
  const jobs = planJobs(values.repos, values.repo, verdicts);
  /** @type {import("./real-code/lint-repository.mjs").Outcome[]} */
  const outcomes = await runWorkers(jobs, {
    script: new URL("./real-code/worker.mjs", import.meta.url),
    workerData: { plugin: values.plugin, options: values },
    threads,
    nameOf: ({ snapshot }) => snapshot.repository,
    onFinished: ({ outcome, ms, finished }) => {
      console.error(`[${finished}/${jobs.length}] ${describeOutcome(outcome, ms)}`);
    },
  });

  const compared = outcomes.map((outcome) => {
    const found = outcome[subject.of].filter(isAsked);
    const own = verdicts.filter(({ repository }) => repository === outcome.repository);
    return { outcome: { ...outcome, [subject.of]: found }, ...compare(found, own) };
  });
  printTable(compared, subject);
  printDifferences(compared, subject);
  printUnjudged(compared, subject, values.new);
  return compared.some((one) => isBad(one, subject)) ? 1 : 0;
}

/**
 * @param {import("./real-code/print.mjs").Compared} compared
 * @param {import("./real-code/verdicts.mjs").Subject} subject
 */
function isBad({ outcome, judged, unjudged, gone }, { kept, mended }) {
  return outcome.crashes.length + outcome.broken.length + unjudged.length > 0 ||
    gone.some(({ verdict }) => verdict === kept) ||
    judged.some(({ verdict }) => verdict === mended);
}

/**
 * @param {readonly string[]} wanted none: all
 * @param {string} repository
 */
function isChosen(wanted, repository) {
  return wanted.length === 0 || wanted.includes(repository);
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
