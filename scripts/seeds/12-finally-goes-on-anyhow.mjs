/** @type {import("../seed-bugs.mjs").Seed} */
export default {
  file: "analysis/dataflow/pending.ts",
  breaks: "the end of a `finally` goes on with completions that are not pending",
  expected: "false alarms",
  find: "  if (edge.leaves && pending.completion !== edge.leaves) return undefined;\n",
  replace: "",
};
