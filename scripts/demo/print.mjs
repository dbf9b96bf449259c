import { describeHeld } from "./held.mjs";
import { describeDiff } from "./print-diff.mjs";
import { bold, dim, green, red, underline } from "./paint.mjs";

/**
 * Findings as ESLint's own formatter words them, each under a place a terminal can open and with the line it means.
 *
 * @param {readonly import("./lint-examples.mjs").Finding[]} findings
 */
export function printFindings(findings) {
  for (const { file, line, column, ruleId, message, source } of findings) {
    console.log(`\n${underline(`${file}:${line}:${column}`)}`);
    console.log(`  ${red("error")}  ${message}  ${dim(ruleId)}`);
    console.log(`  ${dim(`${line} | ${source.trimEnd()}`)}`);
  }
  console.log(`\n${red(`✖ ${findings.length} ${findings.length === 1 ? "problem" : "problems"}`)}`);
  for (const url of new Set(findings.map((finding) => finding.url))) if (url !== undefined) console.log(dim(url));
}

/**
 * What the two programs of a topic did, one line each.
 *
 * @param {import("./prove.mjs").Proof} proof
 */
export function printProof({ topic, runs, doubts }) {
  const verdict = doubts.length === 0 ? green("proved") : red("not proved");
  console.log(`\n${bold(topic)}  ${verdict}`);
  if (runs !== undefined) {
    console.log(`  leaking    ${describeRun(runs.leaking)}`);
    console.log(`  corrected  ${describeRun(runs.corrected)}`);
  }
  for (const doubt of doubts) console.log(`  ${red("✖")} ${doubt}`);
}

/**
 * What the plugin makes of a leaking program, and what that does.
 *
 * @param {import("./fix-examples.mjs").Change} change
 * @param {import("./prove-fixes.mjs").FixProof} proof
 */
export function printChange({ by, title, before, after }, { topic, run, doubts }) {
  const verdict = doubts.length === 0 ? green("proved") : red("not proved");
  console.log(`\n${bold(topic)}  ${by === "fix" ? "eslint --fix" : `suggestion: ${title ?? ""}`}  ${verdict}`);
  for (const line of describeDiff(before, after)) console.log(`  ${line}`);
  if (run !== undefined) console.log(`  fixed      ${describeRun(run)}`);
  for (const doubt of doubts) console.log(`  ${red("✖")} ${doubt}`);
}

/** @param {import("./run-program.mjs").Run} run */
function describeRun({ aliveMs, held }) {
  const alive = Math.round(aliveMs).toLocaleString("en").padStart(6);
  return `lives on ${alive} ms after its work, holding ${describeHeld(held)}`;
}
