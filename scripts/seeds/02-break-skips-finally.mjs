/** @type {import("../seed-bugs.mjs").Seed} */
export default {
  file: "analysis/control-flow/writer.ts",
  breaks: "`break` jumps past the `finally` around it",
  expected: "broken trace",
  find: "      if (frame.kind === \"finally\") {",
  replace: "      if (frame.kind === \"finally\" && completion.kind !== \"break\") {",
};
