/**
 * Stryker's test runner for `npm run mutation`. The programs that judge the plugin need neither a process nor a fresh
 * module each: everything is loaded once, and a mutant costs only the few programs that reach it.
 */
import { existsSync, readdirSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { Script } from "node:vm";
import "@typescript-eslint/parser";
import { createJiti } from "jiti";
import { withForgetfulMaps } from "./linter-stand-in.mjs";
import { describeMutant } from "./results.mjs";
import { leaveOut } from "./sample.mjs";
import { collect } from "./vitest-stand-in.mjs";

/** @typedef {import("@stryker-mutator/api/test-runner").TestRunner} TestRunner */
/** @typedef {import("./vitest-stand-in.mjs").Test} Test */
/** @typedef {Test & { id: string, fileName: string }} NamedTest */

/** Tests that judge what comes out, quickly and in this process. */
const TEST_FILES = [
  "tests/control-flow/graphs.test.ts",
  "tests/rules/fixtures.test.ts",
  ...readdirSync(new URL("../../tests/uses/", import.meta.url))
    .filter((name) => name.endsWith(".test.ts"))
    .map((name) => `tests/uses/${name}`),
  "tests/rules/suggestions.test.ts",
  "tests/rules/race-in-loop.test.ts",
  "tests/rules/any-signal.test.ts",
  "tests/rules/single-file-components.test.ts",
  "tests/mutation/fix-goldens.ts",
  "tests/fixes/cases.test.ts",
  "tests/fixes/effect-cleanups.test.ts",
  "tests/fixes/embedded-types.test.ts",
  "tests/fixes/text/layouts.test.ts",
  "tests/fixes/text/suggestions.test.ts",
  "tests/fixes/text/together.test.ts",
  "tests/fixes/text/type-syntax.test.ts",
  "tests/docs/limits.test.ts",
  "tests/analysis/state.test.ts",
  "tests/analysis/value-uses.test.ts",
  "tests/hostile/syntax.test.ts",
  "tests/fixes/unsafe-fixes.test.ts",
  "tests/rules/repairs.test.ts",
  "tests/proof/generated.test.ts",
];

const vitest = fileURLToPath(new URL("vitest-stand-in.mjs", import.meta.url));
const eslint = fileURLToPath(new URL("linter-stand-in.mjs", import.meta.url));

/** @typedef {"runTest" | keyof import("@stryker-mutator/api/core").InstrumenterContext} Shared */
/** @type {{ __stryker__?: Partial<Record<Shared, any>> }} */
const world = /** @type {any} */ (globalThis);
/** What instrumented code reads and writes. */
const context = (world.__stryker__ ??= {});

/** A test takes a tenth of a second of computing at most: what takes so many microseconds never ends. */
const PATIENCE = 3_000_000;
const guarded = new Script("__stryker__.runTest()");
const ENDLESS = "endless";

/** @implements {TestRunner} */
class InProcessRunner {
  static inject = /** @type {const} */ (["options"]);
  /** @type {NamedTest[]} */
  tests = [];

  /** @param {{ chosen: import("./sample.mjs").Sample }} options */
  constructor({ chosen }) {
    this.chosen = chosen;
  }

  capabilities() {
    return { reloadEnvironment: false };
  }

  async init() {
    // The working directory is Stryker's copy of the project, with all mutants in it.
    const jiti = createJiti(resolve("mutation.mjs"), { alias: { vitest, eslint } });
    for (const file of TEST_FILES) {
      const tests = await withForgetfulMaps(() => collect(() => jiti.import(resolve(file))));
      this.tests.push(...tests.map((test) => nameTest(file, test)));
    }
    // What ESLint loads with its first program would be broken for good, were that test stopped halfway.
    await this.tests.find(({ id }) => id.startsWith("tests/rules/fixtures"))?.run();
  }

  /** @returns {Promise<import("@stryker-mutator/api/test-runner").DryRunResult>} */
  async dryRun() {
    const tests = [];
    for (const test of this.tests) {
      context.currentTestId = test.id;
      const start = performance.now();
      const failure = await failureOf(test);
      const { id, fileName } = test;
      const known = { id, name: id, fileName, timeSpentMs: performance.now() - start };
      tests.push(failure === undefined ? { ...known, status: 0 } : { ...known, status: 1, failureMessage: failure });
    }
    context.currentTestId = undefined;
    const mutantCoverage = leaveOut(this.chosen, context.mutantCoverage);
    return /** @type {any} */ ({ status: "complete", tests, mutantCoverage });
  }

  /**
   * @param {import("@stryker-mutator/api/test-runner").MutantRunOptions} options
   * @returns {Promise<import("@stryker-mutator/api/test-runner").MutantRunResult>}
   */
  async mutantRun({ activeMutant, testFilter, hitLimit }) {
    context.activeMutant = activeMutant.id;
    context.hitLimit = hitLimit;
    context.hitCount = hitLimit === undefined ? undefined : 0;
    const wanted = testFilter && new Set(testFilter);
    const tests = wanted ? this.tests.filter(({ id }) => wanted.has(id)) : this.tests;
    let nrOfTests = 0;
    for (const test of tests) {
      nrOfTests++;
      const failure = await failureOf(test);
      if (failure === ENDLESS || context.hitCount > context.hitLimit) return /** @type {any} */ ({ status: "timeout" });
      if (failure === undefined) continue;
      return /** @type {any} */ ({ status: "killed", killedBy: [test.id], failureMessage: failure, nrOfTests });
    }
    return /** @type {any} */ ({ status: "survived", nrOfTests });
  }
}

/** Prints each change that no test noticed, as soon as it is known. */
class SurvivorReporter {
  /** @param {import("@stryker-mutator/api/core").MutantResult} result */
  onMutantTested(result) {
    if (result.status === "Survived" || result.status === "Timeout")
      console.log(describeMutant(result.fileName, result));
  }
}

export const strykerPlugins = [
  { kind: "TestRunner", name: "in-process", injectableClass: InProcessRunner },
  { kind: "Reporter", name: "survivors", injectableClass: SurvivorReporter },
];

/**
 * Runs a test, and stops it where it stands if it does not end: the process survives, and what it has read. How long to
 * wait is a matter of computing, not of time: on a busy machine everything takes long.
 *
 * @param {NamedTest} test
 * @returns {Promise<string | undefined>} why it fails
 */
async function failureOf({ run }) {
  context.runTest = run;
  for (let timeout = PATIENCE / 1000; ; timeout *= 4) {
    const before = process.cpuUsage();
    try {
      await guarded.runInThisContext({ timeout });
      return undefined;
    } catch (error) {
      const { code } = /** @type {NodeJS.ErrnoException} */ (error);
      if (code !== "ERR_SCRIPT_EXECUTION_TIMEOUT") return String(error).slice(0, 300);
      if (process.cpuUsage(before).user > PATIENCE / 2) return ENDLESS;
    }
  }
}

/**
 * A test that is one program has the file of that program: a change of it is what makes the test another one.
 *
 * @param {string} file
 * @param {Test} test
 * @returns {NamedTest}
 */
function nameTest(file, test) {
  const names = [test.path.join("/"), test.path.at(-1) ?? "", join("fixtures", test.path.at(-1) ?? "")];
  const program = names
    .map((name) => join(dirname(file), name))
    .find((path) => /\.\w+$/.test(path) && existsSync(path));
  return { ...test, id: `${file} ${test.path.join(" ")}`, fileName: resolve(program ?? file) };
}
