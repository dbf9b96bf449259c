/** @type {import("../seed-bugs.mjs").Seed} */
export default {
  file: "analysis/obligations/state.ts",
  breaks: "a handle that is overwritten counts as released",
  expected: "miss",
  find: "after === 0 ? lost :",
  replace: "after === 0 ? discharged :",
};
