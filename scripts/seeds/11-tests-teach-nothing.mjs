/** @type {import("../seed-bugs.mjs").Seed} */
export default {
  file: "analysis/dataflow/facts-across.ts",
  breaks: "what a test has shown is forgotten at once, as plain states would",
  expected: "false alarms",
  find: "  return after === before ? facts : withFact(facts, key, { ...facts.get(key), kinds: after });",
  replace: "  return after === before ? facts : facts;",
};
