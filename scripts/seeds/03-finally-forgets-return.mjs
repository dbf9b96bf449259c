/** @type {import("../seed-bugs.mjs").Seed} */
export default {
  file: "analysis/control-flow/writer.ts",
  breaks: "the end of a `finally` does not take up a pending `return`",
  expected: "broken trace",
  find: "    for (const leaves of completions) {",
  replace: "    for (const leaves of completions) {\n      if (leaves.kind === \"return\") continue;",
};
