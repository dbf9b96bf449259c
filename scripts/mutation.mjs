/**
 * Mutation testing: one small change of the sources after the other, and whether a test notices.
 *
 *     npm run mutation -- [--dir src/fixes]… [--sample 0.2 --seed 1] [--fresh] [--survivors]
 *
 * Results are kept in node_modules/.cache/mutation: what did not change, and is judged by the same tests, is not run
 * again. The figures of each folder go to tests/mutation/RESULTS.md.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { setPriority } from "node:os";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { Stryker } from "@stryker-mutator/core";
import { printRow, printSurvivors, updateResults } from "./mutation/results.mjs";

/** Where behaviour is decided; the rest is data, words, and questions to other programs. */
const FOLDERS = ["src/analysis/control-flow", "src/analysis/obligations", "src/analysis/ownership", "src/fixes"];
const CACHE = "node_modules/.cache/mutation";
const REPORT = `${CACHE}/report.json`;
const PAGE = "tests/mutation/RESULTS.md";

const { values } = parseArgs({
  options: {
    dir: { type: "string", multiple: true, default: FOLDERS },
    sample: { type: "string", default: "1" },
    seed: { type: "string", default: "1" },
    fresh: { type: "boolean", default: false },
    survivors: { type: "boolean", default: false },
    help: { type: "boolean", short: "h", default: false },
  },
});
if (values.help) {
  console.log(`Changes the sources in one small place after the other, and says which changes no test notices.

usage: npm run mutation -- [--dir src/fixes]... [--sample 0.2 --seed 1] [--fresh] [--survivors]

  --dir        a folder or file of src, as often as wanted; all of these by default:
               ${FOLDERS.join("\n               ")}
  --sample     judges a random share of the mutants; --seed says which
  --fresh      judges every mutant anew; without it, those whose text and tests are as they were keep their verdict
  --survivors  runs nothing, and prints the changes that no test noticed in the last run, or that no test reaches

The tests are those that need no process (scripts/mutation/runner.mjs), all in one process: a few minutes for a small
folder, an hour or more for all. The figures go to tests/mutation/RESULTS.md.`);
  process.exit(0);
}
process.chdir(fileURLToPath(new URL("..", import.meta.url)));
const share = Number(values.sample);
if (!values.survivors) await run();
const report = existsSync(REPORT) ? JSON.parse(readFileSync(REPORT, "utf8")) : { files: {} };
if (values.survivors) console.log(printSurvivors(report, values.dir));
else {
  const how = share < 1 ? ` --sample ${share} --seed ${values.seed}` : "";
  const folders = FOLDERS.filter((folder) => values.dir.includes(folder));
  const rows = folders.map((folder) => printRow(report, folder, `npm run mutation -- --dir ${folder}${how}`));
  writeFileSync(PAGE, updateResults(existsSync(PAGE) ? readFileSync(PAGE, "utf8") : "", FOLDERS, rows));
}

async function run() {
  // Hours of work that nobody waits for.
  setPriority(19);
  await new Stryker({
    testRunner: "in-process",
    // Read by the test runner.
    chosen: { share, seed: Number(values.seed) },
    warnings: false,
    plugins: [fileURLToPath(new URL("mutation/runner.mjs", import.meta.url))],
    mutate: values.dir.map((path) => (path.endsWith(".ts") ? path : `${path}/**/*.ts`)),
    coverageAnalysis: "perTest",
    // A constant of a module is made when it is loaded, before any test: each would need a process of its own.
    ignoreStatic: true,
    // It would write a comment into the fixtures, which count lines.
    disableTypeChecks: false,
    // The mutants of a sample have other numbers when a file has changed.
    incremental: share >= 1,
    incrementalFile: `${CACHE}/incremental.json`,
    force: values.fresh,
    tempDirName: `${CACHE}/sandbox`,
    ignorePatterns: ["bench", "dist", "examples", "tests/real-code"],
    concurrency: 2,
    // The first run has all tests; beside other work it takes longer than the five minutes that Stryker gives it.
    dryRunTimeoutMinutes: 60,
    testRunnerNodeArgs: ["--max-semi-space-size=64"],
    // The runner stops what is endless; this is for a process that is stuck, on a machine that may be busy.
    timeoutMS: 600_000,
    reporters: ["progress-append-only", "survivors", "json"],
    jsonReporter: { fileName: REPORT },
  }).runMutationTest();
}
