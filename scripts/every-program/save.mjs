import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describeRun, replaceSection } from "../../bench/results.mjs";
import { tableOf } from "./print.mjs";

const file = new URL("../../tests/real-code/EVERY-PROGRAM.md", import.meta.url);

const HEAD = `# Every program

What \`scripts/every-program.mjs\` has found; \`--help\` says what it checks, and what hosts and grafts are. Each
section was written by the command in it. *Refused* is what no parser takes, *programs* are the texts that were linted
(a file by each parser, and its variants), *compared* those that oxlint has read too, *failures* the promises that were
not kept.
`;

/**
 * Puts the counts of a run into tests/real-code/EVERY-PROGRAM.md.
 *
 * @param {string} section
 * @param {{ corpora: ReadonlyMap<string, import("./check-file.mjs").Tally>; args: readonly string[] }} run
 */
export function saveTallies(section, { corpora, args }) {
  const [head = [], ...rows] = tableOf(corpora);
  const line = (/** @type {readonly string[]} */ row) => `| ${row.join(" | ")} |`;
  const table = [line(head), `|---|${"--:|".repeat(head.length - 1)}`, ...rows.map(line)].join("\n");
  const before = existsSync(file) ? readFileSync(file, "utf8") : HEAD;
  const command = `node scripts/every-program.mjs ${args.map(withoutMachine).join(" ")}`;
  const markdown = `## ${section}\n\n\`${command}\`\n${describeRun(["eslint"])}\n\n${table}`;
  writeFileSync(file, replaceSection(before, section, markdown));
}

/** @param {string} arg of the command line: where things are on this machine is nobody's business */
function withoutMachine(arg) {
  const name = path.isAbsolute(arg) ? path.basename(arg) : arg;
  return name.includes(" ") ? `"${name}"` : name;
}
