/** @type {import("../seed-bugs.mjs").Seed} */
export default {
  file: "analysis/obligations/solvable.ts",
  breaks: "an obligation is not followed along the edge of an `await` that rejects",
  expected: "miss",
  find: '  return !isImplicit(edge) || (world === "rejected" && (throws === "calls" || !isThrownByCall(edge)));\n',
  replace: "  return !isImplicit(edge);\n",
};
