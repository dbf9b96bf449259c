/**
 * Runs in a process of its own: `node measure.mjs <program>`. Imports the program, which does its work while it is
 * imported, counts what it still holds then, and lets the process end by itself. What was measured is written to file
 * descriptor 3 as the process exits, so that nothing here keeps it alive.
 */
import { writeSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { countHeld } from "./held.mjs";

const REPORT = 3;

const [, , program] = process.argv;
if (program === undefined) throw new Error("usage: node measure.mjs <program>");

const { longLived } = await import(pathToFileURL(program).href);
const workDone = performance.now();
// One turn of the event loop, for what the last release set in motion.
await new Promise((resolve) => setImmediate(resolve));
const held = countHeld(longLived);

process.on("exit", () => {
  writeSync(REPORT, JSON.stringify({ aliveMs: performance.now() - workDone, held }));
});
