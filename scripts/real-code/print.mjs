/** Writes the outcome of a run, and the counts of the committed verdicts, for a reader. */
import { countVerdicts, placeOf } from "./verdicts.mjs";

/**
 * @typedef {object} Compared
 * @property {import("./lint-repository.mjs").Outcome} outcome
 * @property {import("./verdicts.mjs").Verdict[]} judged
 * @property {import("./lint-repository.mjs").Report[]} unjudged
 * @property {import("./verdicts.mjs").Verdict[]} gone
 */

const COLUMNS = [
  "repository", "files", "kLoC", "unparsed", "crashes", "reports",
  "leak", "false alarm", "debatable", "unjudged", "gone",
];

const GONE = {
  "leak": "leaks no longer reported (a regression)",
  "false-alarm": "false alarms no longer reported (progress)",
  "debatable": "debatable reports no longer made",
};

/** @param {readonly Compared[]} compared */
export function printTable(compared) {
  const rows = compared.map((one) => [one.outcome.repository, ...numbersOf([one])]);
  printColumns([COLUMNS, ...rows, [`total of ${compared.length}`, ...numbersOf(compared)]]);
}

/** @param {readonly Compared[]} compared */
function numbersOf(compared) {
  const counts = countVerdicts(compared.flatMap(({ judged }) => judged));
  const sum = (/** @type {(one: Compared) => number} */ of) => compared.reduce((total, one) => total + of(one), 0);
  const lines = sum(({ outcome }) => outcome.lines) / 1000;
  return [
    sum(({ outcome }) => outcome.files),
    lines < 10 ? lines.toFixed(1) : lines.toFixed(0),
    sum(({ outcome }) => outcome.unparsed),
    sum(({ outcome }) => outcome.crashes.length),
    sum(({ outcome }) => outcome.reports.length),
    counts.leak,
    counts["false-alarm"],
    counts.debatable,
    sum(({ unjudged }) => unjudged.length),
    sum(({ gone }) => gone.length),
  ].map(String);
}

/** @param {readonly (readonly string[])[]} rows the first column to the left, the others to the right */
function printColumns(rows) {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  for (const [name = "", ...numbers] of rows) {
    const cells = numbers.map((cell, index) => cell.padStart(widths[index + 1] ?? 0));
    console.log([name.padEnd(widths[0] ?? 0), ...cells].join("  "));
  }
}

/** @param {readonly Compared[]} compared */
export function printDifferences(compared) {
  const gone = compared.flatMap((one) => one.gone);
  for (const [verdict, title] of Object.entries(GONE)) {
    printList(title, gone.filter((one) => one.verdict === verdict).map((one) => `${placeOf(one)}: ${one.reason}`));
  }
  printList("crashes", compared.flatMap(({ outcome }) => outcome.crashes));
}

/**
 * @param {readonly Compared[]} compared
 * @param {boolean} inFull with the code around each, and the line to add to the verdicts
 */
export function printUnjudged(compared, inFull) {
  const unjudged = compared.flatMap((one) => one.unjudged.map((report) => ({ report, commit: one.outcome.commit })));
  printList("reports nobody has judged", unjudged.map(({ report, commit }) => {
    const first = `${placeOf(report)}: ${report.message}`;
    if (!inFull) return first;
    const { repository, path, line, rule } = report;
    const entry = JSON.stringify({ repository, commit, path, line, rule, verdict: "", reason: "" });
    return [first, ...report.excerpt, entry, ""].join("\n    ");
  }));
}

/**
 * @param {string} title
 * @param {readonly string[]} items
 */
function printList(title, items) {
  if (items.length > 0) console.log(`\n${title}: ${items.length}\n  ${items.join("\n  ")}`);
}

/** @param {readonly import("./verdicts.mjs").Verdict[]} verdicts */
export function printCounts(verdicts) {
  const repositories = [...new Set(verdicts.map(({ repository }) => repository))].sort();
  const row = (/** @type {string} */ name, /** @type {readonly import("./verdicts.mjs").Verdict[]} */ of) => {
    const counts = countVerdicts(of);
    return [name, of.length, counts.leak, counts["false-alarm"], counts.debatable].map(String);
  };
  printColumns([
    ["repository", "judged", "leak", "false alarm", "debatable"],
    ...repositories.map((name) => row(name, verdicts.filter(({ repository }) => repository === name))),
    row(`total of ${repositories.length}`, verdicts),
  ]);
}
