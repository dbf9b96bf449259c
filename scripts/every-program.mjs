/**
 * Lints whole folders with every rule of the built plugin and checks what it promises of any program.
 * `node scripts/every-program.mjs --help` says how.
 */
import { availableParallelism } from "node:os";
import { parseArgs } from "node:util";
import { folderFor } from "../bench/corpus.mjs";
import { describeTally, printFailures, printTallies } from "./every-program/print.mjs";
import { planParts } from "./every-program/plan-parts.mjs";
import { saveTallies } from "./every-program/save.mjs";
import { addTally, emptyTally } from "./every-program/check-file.mjs";
import { loadPlugin } from "./real-code/create-linter.mjs";
import { readThreads } from "./real-code/read-threads.mjs";
import { runWorkers } from "./real-code/run-workers.mjs";
import { snapshotAt } from "./real-code/snapshots.mjs";
import { runCommand } from "./run-command.mjs";

const HELP = `Usage: node scripts/every-program.mjs (--folder DIR | --package NAME@VERSION)... [options]

Lints every JavaScript and TypeScript file with all rules of the built plugin (npm run build) and its preset "strict",
without types: JavaScript by ESLint's own parser and by that for TypeScript, as a script or as a module. It checks that

  - no rule throws, and none gives a file up;
  - each fix and each suggestion alone parses, leaves the rule less to say than before and no other rule more, and
    loses no comment; the same of all fixes together, with and without settings.leaks.unsafeFixes; a second run of
    --fix changes nothing;
  - oxlint reports the same, at the same places, in the same words (--oxlint).

Most programs hold no resource. So each is also put into hosts, functions that acquire something before it and release
it behind, and is grafted: an acquire, or a use of what the host acquired, takes the place of one of its expressions,
or a statement. Hosts and places are taken in turn, so that the next file gets others.

A folder is a bare git folder, linted at HEAD, or a plain one. Files over 400 kB, declaration files, minified files and
anything in node_modules, dist, build or vendor are left out.

Options:
  --folder DIR            what to lint; may be given more than once
  --package NAME@VERSION  a package of npm, fetched once; may be given more than once
  --inside PATH           only the files below this path of each folder; may be given more than once
  --every N               every Nth file only (default 1)
  --hosts N               hosts for each file and parser (default 1)
  --grafts N              grafted hosts for each file and parser (default 1; each makes two programs)
  --oxlint SCRIPT         compare with oxlint, the script bin/oxlint of the installed package
  --show N                print the programs of at most N failures of each kind (default 0)
  --save NAME             write the result to the section NAME of tests/real-code/EVERY-PROGRAM.md
  --plugin MODULE         another build of the plugin than this project's
  --threads N             threads to lint with (default: one for each core)
  --help                  this text

A run of millions of lines takes hours on one core; begin it with nice.

Exit code: 0 when everything holds; 1 when not; 2 when the run was asked for wrongly.`;

await runCommand(main);

/**
 * @param {string[]} args
 * @returns {Promise<number>} the exit code
 */
async function main(args) {
  const { values } = parseArgs({
    args,
    options: {
      folder: { type: "string", multiple: true, default: [] },
      package: { type: "string", multiple: true, default: [] },
      inside: { type: "string", multiple: true, default: [] },
      every: { type: "string", default: "1" },
      hosts: { type: "string", default: "1" },
      grafts: { type: "string", default: "1" },
      oxlint: { type: "string" },
      show: { type: "string", default: "0" },
      save: { type: "string" },
      plugin: { type: "string", default: "eslint-plugin-leaks" },
      threads: { type: "string", default: String(availableParallelism()) },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) {
    console.log(HELP);
    return 0;
  }
  const [every, hosts, grafts, show] = ["every", "hosts", "grafts", "show"].map((name) =>
    readCount(name, values[/** @type {"every"} */ (name)], name === "every" ? 1 : 0));
  const threads = readThreads(values.threads);
  const folders = [...values.folder, ...values.package.map((spec) => folderFor(spec, console.error))];
  if (folders.length === 0) throw new Error("--folder or --package is missing; --help explains them");
  await loadPlugin(values.plugin);
  const parts = planParts(folders.map(snapshotAt), { inside: values.inside, every: every ?? 1 });

  const done = emptyTally();
  /** @type {import("./every-program/check-file.mjs").Tally[]} */
  const tallies = await runWorkers(parts, {
    script: new URL("./every-program/worker.mjs", import.meta.url),
    workerData: { plugin: values.plugin, oxlint: values.oxlint, hosts, grafts },
    threads,
    nameOf: ({ snapshot }) => snapshot.repository,
    onFinished: ({ outcome, finished }) => {
      addTally(done, outcome);
      console.error(`[${finished}/${parts.length}] ${describeTally(done)}`);
    },
  });
  const corpora = sumUp(parts, tallies);
  printTallies(corpora);
  printFailures(done.failures, show ?? 0);
  if (values.save !== undefined) saveTallies(values.save, { corpora, args });
  return done.failures.length > 0 ? 1 : 0;
}

/**
 * @param {string} name
 * @param {string} text
 * @param {number} least
 */
function readCount(name, text, least) {
  const count = Number(text);
  if (Number.isInteger(count) && count >= least) return count;
  throw new Error(`--${name} is "${text}", wanted a number from ${least}`);
}

/**
 * @param {readonly import("./every-program/check-part.mjs").Part[]} parts
 * @param {readonly import("./every-program/check-file.mjs").Tally[]} tallies of the parts
 * @returns {Map<string, import("./every-program/check-file.mjs").Tally>} by the corpus
 */
function sumUp(parts, tallies) {
  const corpora = new Map();
  parts.forEach(({ snapshot }, i) => {
    const sum = corpora.get(snapshot.repository) ?? emptyTally();
    corpora.set(snapshot.repository, sum);
    const tally = tallies[i];
    if (tally) addTally(sum, tally);
  });
  return corpora;
}
