/**
 * `node --expose-gc operations.mjs FORM OPERATIONS`: what operations leave on a signal that outlives them, as JSON.
 */
import { getEventListeners, setMaxListeners } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { forms } from "./listener-forms.mjs";

const [name = "", operations = "0"] = process.argv.slice(2);
const form = forms[name];
const gc = globalThis.gc;
if (!form || !gc) throw new Error(`no form "${name}", or no --expose-gc`);

const life = new AbortController();
setMaxListeners(0, life.signal);
/** @type {WeakRef<object>[]} */
const items = [];
operate(1);
await collect();
const listenersBefore = getEventListeners(life.signal, "abort").length;
const before = process.memoryUsage().heapUsed;
operate(Number(operations));
await collect();

const reachable = items.slice(1).filter((item) => item.deref()).length;
const listeners = getEventListeners(life.signal, "abort").length - listenersBefore;
const heldBytes = process.memoryUsage().heapUsed - before;
console.log(JSON.stringify({ node: process.versions.node, reachable, listeners, heldBytes }));
if (life.signal.aborted) throw new Error("the signal was to live on");

/** @param {number} count */
function operate(count) {
  for (let i = 0; i < count; i++) {
    const item = {};
    items.push(new WeakRef(item));
    form?.run(life.signal, item)?.();
  }
}

/** Several rounds: what one of them finds may free what the next one takes. */
async function collect() {
  for (let round = 0; round < 4; round++) {
    await sleep(5);
    gc?.();
  }
}
