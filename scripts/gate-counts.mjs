/** Counts of what passed and failed: each test once, each other step of the gate once. */
import { existsSync, readFileSync } from "node:fs";

/** @typedef {{ passed: number; failed: number }} Counts */

/**
 * The tests in vitest's JSON report. A file that could not be loaded holds no test, and counts as one failure; so does
 * a run that failed although no test did (an unhandled error, a report that was never written).
 *
 * @param {URL | string} report
 * @param {boolean} runPassed whether vitest's exit code was 0
 * @returns {Counts}
 */
export function countTests(report, runPassed) {
  const counts = existsSync(report) ? readReport(readFileSync(report, "utf8")) : { passed: 0, failed: 0 };
  return !runPassed && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

/**
 * @param {string} text
 * @returns {Counts}
 */
function readReport(text) {
  /** @type {{ numPassedTests: number; numFailedTests: number; testResults: TestFile[] }} */
  const report = JSON.parse(text);
  const broken = report.testResults.filter(isBroken).length;
  return { passed: report.numPassedTests, failed: report.numFailedTests + broken };
}

/** @typedef {{ status: string; assertionResults: { status: string }[] }} TestFile */

/** @param {TestFile} file */
function isBroken(file) {
  return file.status === "failed" && !file.assertionResults.some((test) => test.status === "failed");
}

/**
 * @param {readonly Counts[]} all
 * @returns {Counts}
 */
export function addUp(all) {
  return all.reduce((sum, { passed, failed }) => ({ passed: sum.passed + passed, failed: sum.failed + failed }), {
    passed: 0,
    failed: 0,
  });
}

/**
 * The line that `.ci/run` ends with.
 *
 * @param {Counts} counts
 */
export function countsLine({ passed, failed }) {
  return `${passed} passed, ${failed} failed`;
}
