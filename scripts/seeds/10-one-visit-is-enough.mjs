/** @type {import("../seed-bugs.mjs").Seed} */
export default {
  file: "analysis/dataflow/facts.ts",
  breaks: "a place is not walked again with other values of the same facts",
  expected: "miss",
  find: "    if (!other || !coversValue(value, other)) return false;",
  replace: "    if (!other) return false;",
};
