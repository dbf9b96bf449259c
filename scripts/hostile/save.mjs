import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { describeRun, replaceSection } from "../../bench/results.mjs";

const file = new URL("../../tests/hostile/RESULTS.md", import.meta.url);

/** @typedef {{ title: string; outcome?: import("./lint-all.mjs").Outcome; failure?: string }} Row */

const HEAD = `# Programs that nobody writes

What \`scripts/hostile.mjs\` has found; \`--help\` says what it checks. Each section was written by the command in
it. The seconds are processor time, of parsing and all rules together; the machine is shared and slow. A program that
hits a bound is one of [docs/bounds.md](../../docs/bounds.md).
`;

/**
 * @param {readonly Row[]} rows
 * @returns {string} markdown
 */
export function tableOf(rows) {
  const lines = rows.map(({ title, outcome, failure = "" }) => {
    const { size, reports, expected, bounds = [], seconds } = outcome ?? {};
    const found = expected ? `${reports} of ${expected}` : reports;
    const cells = [title, size, found, bounds.join(", "), seconds?.toFixed(1), failure];
    return `| ${cells.map((cell) => cell ?? "").join(" | ")} |`;
  });
  const head = ["| program | size | reports | bounds | seconds | failure |", "|---|--:|--:|---|--:|---|"];
  return [...head, ...lines].join("\n");
}

/**
 * @param {string} section
 * @param {readonly Row[]} rows
 * @param {readonly string[]} args of the command line
 */
export function saveOutcomes(section, rows, args) {
  const before = existsSync(file) ? readFileSync(file, "utf8") : HEAD;
  const title = { shapes: "Ten thousand of one thing", nests: "As deep as the parser goes", all: "All" }[section];
  const command = `node scripts/hostile.mjs ${args.join(" ")}`;
  const markdown = `## ${title}\n\n\`${command}\`\n${describeRun(["eslint"])}\n\n${tableOf(rows)}`;
  writeFileSync(file, replaceSection(before, section, markdown));
}
