import { countAll } from "./held.mjs";

/**
 * Whether running the two programs of a topic proves its finding: they print the same, the leaking one holds
 * something when its work is done and the corrected one nothing, and what holds a timer also lives on longer.
 *
 * @param {import("./run-program.mjs").Run} leaking
 * @param {import("./run-program.mjs").Run} corrected
 * @returns {string[]} what speaks against it; empty when proved
 */
export function findDoubts(leaking, corrected) {
  const doubts = [];
  if (leaking.output !== corrected.output) doubts.push("the two programs print different things");
  if (countAll(leaking.held) === 0) doubts.push("the leaking program holds nothing");
  if (countAll(corrected.held) > 0) doubts.push("the corrected program still holds something");
  if (leaking.held.timers > 0 && leaking.aliveMs <= corrected.aliveMs) {
    doubts.push("the leaking program has timers and does not live longer");
  }
  return doubts;
}
