/** @type {import("../seed-bugs.mjs").Seed} */
export default {
  file: "analysis/control-flow/writer.ts",
  breaks: "`continue outer` goes on with the innermost loop",
  expected: "broken trace",
  find: "!!f.continueTo && (!label || f.labels.includes(label))",
  replace: "!!f.continueTo",
};
