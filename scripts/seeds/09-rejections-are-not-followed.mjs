/** @type {import("../seed-bugs.mjs").Seed} */
export default {
  file: "analysis/obligations/solvable.ts",
  breaks: "an obligation is not followed along the edge of an `await` that rejects",
  expected: "miss",
  find: "  if (!isImplicit(edge)) return true;\n",
  replace: "  if (isImplicit(edge)) return false;\n",
};
