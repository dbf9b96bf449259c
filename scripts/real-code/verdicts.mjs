/** The committed judgements of reports in public code: read, checked, counted, compared with a new run. */
import { readFileSync } from "node:fs";

/** @typedef {"leak" | "false-alarm" | "debatable"} Judgement */

/**
 * One report that somebody read in its code and judged.
 *
 * @typedef {object} Verdict
 * @property {string} repository `owner/name`
 * @property {string} commit
 * @property {string} path
 * @property {number} line
 * @property {string} rule without `leaks/`
 * @property {Judgement} verdict
 * @property {string} reason
 */

/** @typedef {{ leak: number; "false-alarm": number; debatable: number }} Counts */

const KEYS = ["repository", "commit", "path", "line", "rule", "verdict", "reason"];
const JUDGEMENTS = ["leak", "false-alarm", "debatable"];

/**
 * @param {string | URL} file one JSON object a line, keys in the order of `Verdict`
 * @returns {Verdict[]}
 */
export function readVerdicts(file) {
  /** @type {Map<string, string>} */
  const commits = new Map();
  const seen = new Set();
  return readFileSync(file, "utf8").split("\n").flatMap((text, index) => {
    if (text.trim() === "") return [];
    const verdict = parseVerdict(text, `${String(file)}:${index + 1}`);
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
 * @returns {Verdict}
 */
function parseVerdict(text, where) {
  const value = parseObject(text, where);
  const keys = Object.keys(value);
  if (keys.join() !== KEYS.join()) throw new Error(`${where}: has the keys ${keys.join()}, wanted ${KEYS.join()}`);
  if (!JUDGEMENTS.includes(value["verdict"])) {
    throw new Error(`${where}: verdict is "${String(value["verdict"])}", wanted ${JUDGEMENTS.join(", ")}`);
  }
  if (!/^[0-9a-f]{40}$/.test(value["commit"])) throw new Error(`${where}: commit is not 40 hexadecimal digits`);
  if (!Number.isInteger(value["line"]) || value["line"] < 1) throw new Error(`${where}: line is not a line number`);
  const empty = ["repository", "path", "rule", "reason"].find((key) => !value[key]);
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
 * @param {Pick<Verdict, "repository" | "path" | "line" | "rule">} report
 * @returns {string} what makes two reports the same one
 */
export function placeOf({ repository, path, line, rule }) {
  return `${repository} ${path}:${line} ${rule}`;
}

/**
 * @param {readonly Pick<Verdict, "verdict">[]} verdicts
 * @returns {Counts}
 */
export function countVerdicts(verdicts) {
  const counts = { "leak": 0, "false-alarm": 0, "debatable": 0 };
  for (const { verdict } of verdicts) counts[verdict] += 1;
  return counts;
}

/**
 * @template {{ repository: string; path: string; line: number; rule: string }} R
 * @param {readonly R[]} reports what the plugin says now
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
