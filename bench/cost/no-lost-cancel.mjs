/**
 * `node bench/cost/no-lost-cancel.mjs`: what a cancel that never runs costs, as a Markdown table. Every number comes
 * from a process of its own.
 */
import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { libraries } from "./libraries.mjs";

const CHILDREN = 10_000;
const DEADLINE_MS = 3000;
/** Long enough that no deadline passes while children are counted, short enough to wait for. */
const COUNT_DEADLINE_MS = 5000;

const run = promisify(execFile);
const script = fileURLToPath(new URL("children.mjs", import.meta.url));
const goscriptImports = new URL("../../examples/goscript-imports.mjs", import.meta.url).href;

const rows = [];
for (const key of Object.keys(libraries)) {
  rows.push(...(await Promise.all([measure(key, "keep"), measure(key, "release")])));
}

const perChild = (/** @type {number} */ bytes) => `${Math.round(bytes / CHILDREN).toLocaleString("en")} B`;
const many = CHILDREN.toLocaleString("en");
console.log(`Process ends after: one child with a deadline of ${DEADLINE_MS} ms, nothing else running.`);
console.log(`The columns after it: ${many} children of one long-lived parent, counted when all are derived;`);
console.log("reachable are the children (their signals) that garbage collection could not take.\n");
console.log("| derive | cancel | process ends after | timers | links on the parent | reachable | heap a child |");
console.log("|---|---|--:|--:|--:|--:|--:|");
for (const { name, mode, hasTimer, aliveMs, held } of rows) {
  const cells = [
    name,
    mode === "keep" ? "never" : "called",
    hasTimer ? `${Math.round(aliveMs).toLocaleString("en")} ms` : "no deadline",
    ...[held.timers, held.links, held.reachable].map((count) => count.toLocaleString("en")),
    perChild(held.heldBytes),
  ];
  console.log(`| ${cells.join(" | ")} |`);
}
console.log(`\nNode ${process.versions.node}, ${process.platform} ${process.arch}.`);

/**
 * @param {string} key
 * @param {"keep" | "release"} mode
 */
async function measure(key, mode) {
  const library = /** @type {import("./libraries.mjs").Library} */ (libraries[key]);
  const [one, all] = await Promise.all([
    runChildren(key, mode, 1, DEADLINE_MS),
    runChildren(key, mode, CHILDREN, COUNT_DEADLINE_MS),
  ]);
  return { name: library.name, mode, hasTimer: library.hasTimer, aliveMs: one.aliveMs, held: all };
}

/**
 * @param {string} key
 * @param {string} mode
 * @param {number} children
 * @param {number} deadlineMs
 * @returns {Promise<{ timers: number, links: number, reachable: number, heldBytes: number, aliveMs: number }>}
 */
async function runChildren(key, mode, children, deadlineMs) {
  const collect = children > 1 ? ["--expose-gc"] : [];
  const options = [...collect, "--no-warnings", "--import", goscriptImports, script];
  const { stdout } = await run(process.execPath, [...options, key, mode, `${children}`, `${deadlineMs}`]);
  return JSON.parse(stdout);
}
