/** What the tables of the benchmarks have in their cells. */
import { ALONE, OURS } from "./rules.mjs";

/** @param {string} key a rule of bench/rules.mjs, or "parse" */
export function nameOf(key) {
  if (key === OURS) return "**ours, together**";
  if (key === "parse") return "parsing";
  return `\`${key.replace(/^@alone\/[^/]+/, "leaks")}\`${ALONE.includes(key) ? " alone" : ""}`;
}

/** @param {number} ratio */
export function percent(ratio) {
  const digits = ratio < 0.01 ? 2 : ratio < 0.1 ? 1 : 0;
  return `${(ratio * 100).toFixed(digits)} %`;
}
