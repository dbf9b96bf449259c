/** @type {import("../seed-bugs.mjs").Seed} */
export default {
  file: "analysis/dataflow/facts-across.ts",
  breaks: "an assignment to a flag does not change what is known of it",
  expected: "false alarms",
  find: "  for (const { forgets, key, value, formula } of changes.get(node) ?? []) {",
  replace: "  for (const { forgets, key, value, formula } of [] as NonNullable<ReturnType<typeof changes.get>>) {",
};
