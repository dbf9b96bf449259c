/**
 * @param {unknown} error
 * @returns {string} its message on one line, with the rule that ESLint names
 */
export function describeCrash(error) {
  const [first = "", ...rest] = String(error instanceof Error ? error.message : error).split("\n");
  return [first, rest.find((line) => line.startsWith("Rule: "))].filter(Boolean).join(" ");
}
