/** @type {import("../seed-bugs.mjs").Seed} */
export default {
  file: "analysis/control-flow/switch.ts",
  breaks: "a `case` without `break` does not run into the next one",
  expected: "broken trace",
  find: "      write.continueIn(bodies[i]!);",
  replace: "      write.current = bodies[i]!;",
};
