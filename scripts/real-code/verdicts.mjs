/** The committed judgements of reports and fixes in public code: read, checked, counted, compared with a new run. */
import { readFileSync } from "node:fs";

/** @typedef {"leak" | "false-alarm" | "right" | "wrong" | "debatable"} Judgement */

/**
 * What is judged.
 *
 * @typedef {object} Subject
 * @property {URL} file where the judgements are committed
 * @property {"reports" | "changes"} of the part of an outcome that holds them
 * @property {string} words what they are called
 * @property {string[]} keys of a judgement, in this order
 * @property {Judgement[]} judgements
 * @property {Judgement} kept must not disappear
 * @property {Judgement} [mended] must disappear
 */

/**
 * One report, or one fix or suggestion, that somebody read in its code and judged.
 *
 * @typedef {object} Verdict
 * @property {string} repository `owner/name`
 * @property {string} commit
 * @property {string} path
 * @property {number} line
 * @property {string} rule without `leaks/`
 * @property {string} [kind] `fix`, or which suggestion; none for a report
 * @property {Judgement} verdict
 * @property {string} reason
 */

/** @typedef {{ repository: string; path: string; line: number; rule: string; kind?: string }} Place */

/** @type {Subject} */
export const REPORTS = {
  file: new URL("../../tests/real-code/verdicts.jsonl", import.meta.url),
  of: "reports",
  words: "reports",
  keys: ["repository", "commit", "path", "line", "rule", "verdict", "reason"],
  judgements: ["leak", "false-alarm", "debatable"],
  kept: "leak",
};

/** @type {Subject} */
export const CHANGES = {
  file: new URL("../../tests/real-code/fix-verdicts.jsonl", import.meta.url),
  of: "changes",
  words: "fixes",
  keys: ["repository", "commit", "path", "line", "rule", "kind", "verdict", "reason"],
  judgements: ["right", "wrong", "debatable"],
  kept: "right",
  mended: "wrong",
};

/**
 * @param {string | URL} file one JSON object a line
 * @param {Subject} [subject]
 * @returns {Verdict[]}
 */
export function readVerdicts(file, subject = REPORTS) {
  /** @type {Map<string, string>} */
  const commits = new Map();
  const seen = new Set();
  return readFileSync(file, "utf8").split("\n").flatMap((text, index) => {
    if (text.trim() === "") return [];
    const verdict = parseVerdict(text, `${String(file)}:${index + 1}`, subject);
    const { repository, commit } = verdict;
    const place = placeOf(verdict);
    if (seen.has(place)) throw new Error(`${String(file)}:${index + 1}: judged twice: ${place}`);
    if ((commits.get(repository) ?? commit) !== commit) {
      throw new Error(`${String(file)}:${index + 1}: ${repository} is judged at two commits`);
    }
    seen.add(place);
    commits.set(repository, commit);
    return [verdict];
  });
}

/**
 * @param {string} text
 * @param {string} where
 * @param {Subject} subject
 * @returns {Verdict}
 */
function parseVerdict(text, where, { keys, judgements }) {
  const value = parseObject(text, where);
  const own = Object.keys(value);
  if (own.join() !== keys.join()) throw new Error(`${where}: has the keys ${own.join()}, wanted ${keys.join()}`);
  if (!judgements.includes(value["verdict"])) {
    throw new Error(`${where}: verdict is "${String(value["verdict"])}", wanted ${judgements.join(", ")}`);
  }
  if (!/^[0-9a-f]{40}$/.test(value["commit"])) throw new Error(`${where}: commit is not 40 hexadecimal digits`);
  if (!Number.isInteger(value["line"]) || value["line"] < 1) throw new Error(`${where}: line is not a line number`);
  const empty = keys.find((key) => !value[key]);
  if (empty !== undefined) throw new Error(`${where}: ${empty} is empty`);
  return /** @type {Verdict} */ (value);
}

/**
 * @param {string} text
 * @param {string} where
 * @returns {Record<string, any>}
 */
function parseObject(text, where) {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Error(`${where}: not JSON`, { cause: error });
  }
}

/**
 * @param {Place} place
 * @returns {string} what makes two reports, or two fixes, the same one
 */
export function placeOf({ repository, path, line, rule, kind }) {
  return [repository, `${path}:${line}`, rule, kind].filter(Boolean).join(" ");
}

/**
 * @param {readonly Pick<Verdict, "verdict">[]} verdicts
 * @returns {Record<Judgement, number>}
 */
export function countVerdicts(verdicts) {
  const counts = { "leak": 0, "false-alarm": 0, "right": 0, "wrong": 0, "debatable": 0 };
  for (const { verdict } of verdicts) counts[verdict] += 1;
  return counts;
}

/**
 * @template {Place} R
 * @param {readonly R[]} reports what the plugin says now, or offers
 * @param {readonly Verdict[]} verdicts what was judged, of the same repositories and rules
 * @returns {{ judged: Verdict[]; unjudged: R[]; gone: Verdict[] }} `judged` has one verdict a report; `gone` are
 *   verdicts without a report
 */
export function compare(reports, verdicts) {
  const byPlace = new Map(verdicts.map((verdict) => [placeOf(verdict), verdict]));
  const reported = new Set(reports.map(placeOf));
  return {
    judged: reports.flatMap((report) => byPlace.get(placeOf(report)) ?? []),
    unjudged: reports.filter((report) => !byPlace.has(placeOf(report))),
    gone: verdicts.filter((verdict) => !reported.has(placeOf(verdict))),
  };
}
