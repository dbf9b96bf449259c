/**
 * Runs in a process of its own: `node children.mjs <library> <release|keep> <children> <deadline ms>`. Derives the
 * children of one long-lived parent, releases each or none, and prints what is held and when the process ended.
 * With --expose-gc it collects garbage before it counts; without, nothing but the children takes time.
 */
import { writeSync } from "node:fs";
import { setImmediate as turn } from "node:timers/promises";
import { libraries } from "./libraries.mjs";

const [name = "", mode = "", count = "", deadlineMs = ""] = process.argv.slice(2);
const library = libraries[name];
if (library === undefined) throw new Error(`unknown library "${name}": ${Object.keys(libraries).join(", ")}`);

const parent = await library.open();
await settle();
const heapBefore = process.memoryUsage().heapUsed;
const started = performance.now();
const children = derive(Number(count));
await settle();
const timers = process.getActiveResourcesInfo().filter((resource) => resource === "Timeout").length;
const links = parent.countLinks();
const reachable = children.filter((child) => child.deref() !== undefined).length;
const heldBytes = process.memoryUsage().heapUsed - heapBefore;

process.on("exit", () => {
  const aliveMs = performance.now() - started;
  writeSync(1, JSON.stringify({ timers, links, reachable, heldBytes, aliveMs }));
});

/**
 * A function of its own, so that no local variable keeps a child reachable.
 *
 * @param {number} length
 */
function derive(length) {
  return Array.from({ length }, () => {
    const { kept, release } = parent.derive(Number(deadlineMs));
    if (mode === "release") release();
    return new WeakRef(kept);
  });
}

/** A WeakRef is only cleared between turns of the event loop. */
async function settle() {
  for (let round = 0; round < 5; round++) {
    await turn();
    globalThis.gc?.();
  }
}
