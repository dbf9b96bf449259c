/** Writes the outcome of a run, and the counts of the committed verdicts, for a reader. */
import { countVerdicts, placeOf } from "./verdicts.mjs";

/** @typedef {import("./verdicts.mjs").Subject} Subject */
/** @typedef {import("./verdicts.mjs").Verdict} Verdict */

/**
 * @typedef {object} Compared
 * @property {import("./lint-repository.mjs").Outcome} outcome
 * @property {Verdict[]} judged
 * @property {(import("./lint-repository.mjs").Report | import("./try-changes.mjs").Change)[]} unjudged
 * @property {Verdict[]} gone
 */

const GONE = {
  "leak": "leaks no longer reported (a regression)",
  "false-alarm": "false alarms no longer reported (progress)",
  "right": "right fixes no longer offered (a regression)",
  "wrong": "wrong fixes no longer offered (progress)",
  "debatable": "debatable ones no longer made",
};

/**
 * @param {import("./lint-repository.mjs").Outcome} outcome
 * @param {number} ms
 * @returns {string} one line for who waits
 */
export function describeOutcome({ repository, files, lines, reports, changes, crashes, broken }, ms) {
  const size = `${files} files, ${(lines / 1000).toFixed(0)} kLoC in ${(ms / 1000).toFixed(1)} s`;
  const rare = Object.entries({ fixes: changes, CRASHES: crashes, BROKEN: broken })
    .flatMap(([word, found]) => found.length > 0 ? `, ${found.length} ${word}` : []);
  return `${repository}: ${size}, ${reports.length} reports${rare.join("")}`;
}

/**
 * @param {readonly Compared[]} compared
 * @param {Subject} subject
 */
export function printTable(compared, subject) {
  const titles = ["repository", "files", "kLoC", "unparsed", "crashes", "broken", subject.words];
  const rows = compared.map((one) => [one.outcome.repository, ...numbersOf([one], subject)]);
  printColumns([
    [...titles, ...subject.judgements, "unjudged", "gone"],
    ...rows,
    [`total of ${compared.length}`, ...numbersOf(compared, subject)],
  ]);
}

/**
 * @param {readonly Compared[]} compared
 * @param {Subject} subject
 */
function numbersOf(compared, subject) {
  const counts = countVerdicts(compared.flatMap(({ judged }) => judged));
  const sum = (/** @type {(one: Compared) => number} */ of) => compared.reduce((total, one) => total + of(one), 0);
  const lines = sum(({ outcome }) => outcome.lines) / 1000;
  return [
    sum(({ outcome }) => outcome.files),
    lines < 10 ? lines.toFixed(1) : lines.toFixed(0),
    sum(({ outcome }) => outcome.unparsed),
    sum(({ outcome }) => outcome.crashes.length),
    sum(({ outcome }) => outcome.broken.length),
    sum(({ outcome }) => outcome[subject.of].length),
    ...subject.judgements.map((judgement) => counts[judgement]),
    sum(({ unjudged }) => unjudged.length),
    sum(({ gone }) => gone.length),
  ].map(String);
}

/** @param {readonly (readonly string[])[]} rows the first column to the left, the others to the right */
export function printColumns(rows) {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  for (const [name = "", ...numbers] of rows) {
    const cells = numbers.map((cell, index) => cell.padStart(widths[index + 1] ?? 0));
    console.log([name.padEnd(widths[0] ?? 0), ...cells].join("  "));
  }
}

/**
 * @param {readonly Compared[]} compared
 * @param {Subject} subject
 */
export function printDifferences(compared, { mended }) {
  const gone = compared.flatMap((one) => one.gone);
  for (const [verdict, title] of Object.entries(GONE)) {
    printList(title, gone.filter((one) => one.verdict === verdict).map((one) => `${placeOf(one)}: ${one.reason}`));
  }
  const wrong = compared.flatMap((one) => one.judged.filter(({ verdict }) => verdict === mended));
  printList("wrong fixes still offered", wrong.map((one) => `${placeOf(one)}: ${one.reason}`));
  printList("crashes", compared.flatMap(({ outcome }) => outcome.crashes));
  printList("broken promises of a fix", compared.flatMap(({ outcome }) => outcome.broken));
}

/**
 * @param {readonly Compared[]} compared
 * @param {Subject} subject
 * @param {boolean} inFull with the code around each, and the line to add to the verdicts
 */
export function printUnjudged(compared, subject, inFull) {
  const unjudged = compared.flatMap((one) => one.unjudged.map((report) => ({ report, commit: one.outcome.commit })));
  printList(`${subject.words} nobody has judged`, unjudged.map(({ report, commit }) => {
    const first = `${placeOf(report)}: ${report.message}`;
    if (!inFull) return first;
    const entry = JSON.stringify({ ...report, commit, verdict: "", reason: "" }, subject.keys);
    return [first, ...report.excerpt, entry, ""].join("\n    ");
  }));
}

/**
 * @param {string} title
 * @param {readonly string[]} items
 */
export function printList(title, items) {
  if (items.length > 0) console.log(`\n${title}: ${items.length}\n  ${items.join("\n  ")}`);
}

/**
 * @param {readonly Verdict[]} verdicts
 * @param {Subject} subject
 */
export function printCounts(verdicts, { judgements }) {
  const repositories = [...new Set(verdicts.map(({ repository }) => repository))].sort();
  const row = (/** @type {string} */ name, /** @type {readonly Verdict[]} */ of) => {
    const counts = countVerdicts(of);
    return [name, of.length, ...judgements.map((judgement) => counts[judgement])].map(String);
  };
  printColumns([
    ["repository", "judged", ...judgements],
    ...repositories.map((name) => row(name, verdicts.filter(({ repository }) => repository === name))),
    row(`total of ${repositories.length}`, verdicts),
  ]);
}
