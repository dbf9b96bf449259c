/** Writes what a run has found, for a reader. */
import { printColumns, printList } from "../real-code/print.mjs";
import { describeFailure } from "./check-file.mjs";

/** @typedef {import("./check-file.mjs").Tally} Tally */

const COLUMNS = /** @type {const} */ ([
  "files", "lines", "refused", "programs", "compared", "reports", "fixes", "suggestions", "failures",
]);

/**
 * @param {ReadonlyMap<string, Tally>} corpora
 * @returns {string[][]} a table with its head, and the total as its last row
 */
export function tableOf(corpora) {
  const rows = [...corpora].map(([name, tally]) => [name, ...COLUMNS.map((column) => numberOf(tally, column))]);
  const total = COLUMNS.map((column) => [...corpora.values()].reduce((sum, tally) => sum + numberOf(tally, column), 0));
  return [["corpus", ...COLUMNS], ...[...rows, ["total", ...total]].map((row) => row.map(String))];
}

/**
 * @param {Tally} tally
 * @param {typeof COLUMNS[number]} column
 */
function numberOf(tally, column) {
  return column === "failures" ? tally.failures.length : tally[column];
}

/** @param {ReadonlyMap<string, Tally>} corpora */
export function printTallies(corpora) {
  printColumns(tableOf(corpora));
}

/**
 * @param {Tally} tally
 * @returns {string} one line for who waits
 */
export function describeTally({ files, lines, programs, reports, failures }) {
  return `${files} files, ${(lines / 1000).toFixed(0)} kLoC, ${programs} programs, ${reports} reports` +
    (failures.length > 0 ? `, ${failures.length} FAILURES` : "");
}

/**
 * @param {readonly import("./check-file.mjs").Failure[]} failures
 * @param {number} shown how many programs of each kind
 */
export function printFailures(failures, shown) {
  /** @type {Map<string, import("./check-file.mjs").Failure[]>} */
  const kinds = new Map();
  for (const failure of failures) {
    const kind = failure.what.replace(/^program\.\w+:\d+ /, "").replace(/\d+/g, "N").replace(/[`'"].*/, "");
    kinds.set(kind, [...kinds.get(kind) ?? [], failure]);
  }
  for (const [kind, found] of kinds) {
    printList(kind, found.map((failure, i) => `${describeFailure(failure)}${i < shown ? `\n${failure.text}\n` : ""}`));
  }
}
