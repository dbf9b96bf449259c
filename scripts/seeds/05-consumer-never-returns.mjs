/** @type {import("../seed-bugs.mjs").Seed} */
export default {
  file: "analysis/control-flow/expressions.ts",
  breaks: "the consumer of a generator cannot stop it by `return()`",
  expected: "broken trace",
  find: "    write.return(node, \"exceptional\");\n",
  replace: "",
};
