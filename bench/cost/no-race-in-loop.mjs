/**
 * `node bench/cost/no-race-in-loop.mjs [node …]`: what the turns of a loop leave behind on a promise that is raced in
 * each, as a Markdown table; by this Node, or by those whose paths are given. Every number comes from a process of its
 * own.
 */
import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { forms } from "./loop-forms.mjs";

const TURNS = 10_000;

const run = promisify(execFile);
const script = fileURLToPath(new URL("turns.mjs", import.meta.url));
const given = process.argv.slice(2);

console.log(`${TURNS.toLocaleString("en")} turns of a loop, while what it waits for is still to come.`);
console.log("Held are the items that garbage collection could not take.\n");
console.log("| form | Node | items held | listeners | heap a turn |");
console.log("|---|---|--:|--:|--:|");
for (const [name, { title }] of Object.entries(forms)) {
  for (const node of given.length > 0 ? given : [process.execPath]) {
    const { stdout } = await run(node, ["--expose-gc", "--no-warnings", script, name, `${TURNS}`]);
    const held = JSON.parse(stdout);
    const counts = [held.reachable, held.listeners].map((count) => count.toLocaleString("en"));
    const bytes = Math.round(held.heldBytes / TURNS).toLocaleString("en");
    console.log(`| ${[title, held.node, ...counts, `${bytes} B`].join(" | ")} |`);
  }
}
console.log(`\n${process.platform} ${process.arch}.`);
