/** @type {import("../seed-bugs.mjs").Seed} */
export default {
  file: "analysis/control-flow/build-graph.ts",
  breaks: "an `await` that rejects leaves no edge",
  expected: "broken trace",
  find: "  if (knowledge.mayThrow(node)) write.throw(node);\n",
  replace: "",
};
