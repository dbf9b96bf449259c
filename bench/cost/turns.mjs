/**
 * Runs in a process of its own: `node --expose-gc turns.mjs <form> <turns>`. Takes so many turns of a loop while the
 * promise it waits for stays pending, collects garbage, and prints what the turns have left behind.
 */
import { getEventListeners, setMaxListeners } from "node:events";
import { setImmediate as tick } from "node:timers/promises";
import { forms } from "./loop-forms.mjs";

const [name = "", count = ""] = process.argv.slice(2);
const form = forms[name];
if (form === undefined) throw new Error(`unknown form "${name}": ${Object.keys(forms).join(", ")}`);
if (globalThis.gc === undefined) throw new Error("start it with --expose-gc");

/** @type {() => void} */
let end = () => {};
const controller = new AbortController();
const { signal } = controller;
setMaxListeners(0, signal);
/** @type {Promise<void>} */
const done = new Promise((resolve) => (end = resolve));
/** @type {WeakRef<object>[]} */
const items = [];
const next = () => {
  const item = { turn: items.length };
  items.push(new WeakRef(item));
  return Promise.resolve(item);
};

await settle();
const heapBefore = process.memoryUsage().heapUsed;
const started = performance.now();
for (let turn = 0; turn < Number(count); turn++) await form.turn({ done, signal, next });
const perTurnUs = ((performance.now() - started) * 1000) / Number(count);
await settle();
const heldBytes = process.memoryUsage().heapUsed - heapBefore;
const reachable = items.filter((item) => item.deref() !== undefined).length;
const listeners = getEventListeners(signal, "abort").length;
console.log(JSON.stringify({ reachable, listeners, heldBytes, perTurnUs, node: process.versions.node }));
// Both ends are still to come: nothing above may have been collected with them.
controller.abort();
end();

/** A WeakRef is only cleared between turns of the event loop. */
async function settle() {
  for (let round = 0; round < 5; round++) {
    await tick();
    globalThis.gc?.();
  }
}
