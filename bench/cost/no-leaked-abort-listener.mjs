/**
 * `node bench/cost/no-leaked-abort-listener.mjs [node …]`: what operations leave behind on a signal that outlives them,
 * as a Markdown table; by this Node, or by those whose paths are given. Every number comes from a process of its own.
 */
import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { forms } from "./listener-forms.mjs";

const OPERATIONS = 10_000;

const run = promisify(execFile);
const script = fileURLToPath(new URL("operations.mjs", import.meta.url));
const given = process.argv.slice(2);

console.log(
  `${OPERATIONS.toLocaleString("en")} operations with one signal, all of them over, while the signal lives on.`,
);
console.log("Held are the operations that garbage collection could not take; heap on the first Node.\n");
const programs = given.length > 0 ? given : [process.execPath];
const rows = [];
for (const [name, { title }] of Object.entries(forms)) {
  const held = [];
  for (const node of programs) {
    const { stdout } = await run(node, ["--expose-gc", "--no-warnings", script, name, `${OPERATIONS}`]);
    held.push(JSON.parse(stdout));
  }
  rows.push({ title, held });
}
const versions = rows[0]?.held.map(({ node }) => `held on Node ${node}`) ?? [];
console.log(`| each operation | ${versions.join(" | ")} | heap for each |`);
console.log(`|---|${"--:|".repeat(versions.length + 1)}`);
for (const { title, held } of rows) {
  const counts = held.map(({ reachable }) => reachable.toLocaleString("en"));
  const bytes = Math.max(0, Math.round(held[0].heldBytes / OPERATIONS)).toLocaleString("en");
  console.log(`| ${[title, ...counts, `${bytes} B`].join(" | ")} |`);
}
console.log(`\n${process.platform} ${process.arch}.`);
