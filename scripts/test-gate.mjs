/**
 * `npm test`, the one gate: every check the project asks of a change, one after the other, with the time each took.
 * All steps run even when one fails, so that one run shows everything there is to mend.
 *
 *     npm test                 all steps
 *     npm test -- lint docs    only these steps
 */
import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { addUp, countTests, countsLine } from "./gate-counts.mjs";
import { runStep } from "./gate-step.mjs";

/** What one run leaves behind, for `.ci/run` and for tests that need the packed project. Not in git. */
const folder = new URL("../.gate/", import.meta.url);
const testReport = new URL("vitest.json", folder);

/**
 * One check: command lines that must all succeed.
 *
 * @typedef {object} Step
 * @property {string} name
 * @property {string} says what is checked, for the reader
 * @property {string[]} commands run one after the other
 * @property {boolean} [live] the output is shown as it comes, not only on failure
 */

/** @type {readonly Step[]} */
const STEPS = [
  { name: "build", says: "src compiles to dist", commands: ["node scripts/build.mjs"] },
  { name: "types", says: "sources, tests and scripts type-check", commands: ["tsc"] },
  { name: "lint", says: "our own style, import walls and rule", commands: ["eslint --max-warnings 0"] },
  {
    name: "docs",
    says: "pages, tables and links are complete",
    commands: ["eslint-doc-generator --check", "node scripts/gate-docs.mjs"],
  },
  {
    name: "package",
    says: "what would be published is sound",
    commands: [
      "npm pack --ignore-scripts --silent --pack-destination .gate",
      "publint run --strict --pack false",
      "attw --profile esm-only --no-definitely-typed --no-emoji .gate/eslint-plugin-leaks-*.tgz",
    ],
  },
  { name: "unused", says: "no dead file, export or dependency", commands: ["knip --no-progress"] },
  {
    name: "tests",
    says: "behaviour",
    commands: ["vitest run --allowOnly=false --reporter=default --reporter=json --outputFile.json=.gate/vitest.json"],
    live: true,
  },
];

process.exitCode = await main(process.argv.slice(2));

/**
 * @param {readonly string[]} names the steps to run; none: all
 * @returns {Promise<number>} the exit code
 */
async function main(names) {
  const unknown = names.filter((name) => !STEPS.some((step) => step.name === name));
  if (unknown.length > 0) {
    console.error(`No such step: ${unknown.join(", ")}. There are: ${STEPS.map((step) => step.name).join(", ")}.`);
    return 2;
  }
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });

  const chosen = STEPS.filter((step) => names.length === 0 || names.includes(step.name));
  const counts = [];
  const failed = [];
  for (const [index, step] of chosen.entries()) {
    const passed = await runStep(step, `${index + 1}/${chosen.length}`);
    counts.push(step.name === "tests" ? countTests(testReport, passed) : { passed: +passed, failed: +!passed });
    if (!passed) failed.push(step.name);
    // The tests install what was packed, instead of packing again.
    if (passed && step.name === "package") process.env["LEAKS_TARBALL"] = packedFile();
  }

  const line = countsLine(addUp(counts));
  writeFileSync(new URL("totals", folder), `${line}\n`);
  const verdict = `Failed: ${failed.join(", ")}. To run these again: npm test -- ${failed.join(" ")}`;
  console.log(`\n${failed.length > 0 ? verdict : "All steps passed."}\n${line}`);
  return failed.length > 0 ? 1 : 0;
}

function packedFile() {
  const name = readdirSync(folder).find((file) => file.endsWith(".tgz"));
  return name && fileURLToPath(new URL(name, folder));
}
