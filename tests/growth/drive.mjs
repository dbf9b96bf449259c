/**
 * `node --expose-gc drive.mjs <program> <path>`: runs a program whose loop waits for items or the end. The path is
 * JSON: at which item the abort comes while it is awaited (`inside`) or while it is used (`between`), which one is
 * `lost`, and in which turn the program asks to be measured. Prints what it did, and what its turns left behind.
 */
import { getEventListeners, once, setMaxListeners } from "node:events";
import { setImmediate as tick } from "node:timers/promises";

const [program = "", given = "{}"] = process.argv.slice(2);
const { inside, between, lost, turns = 20 } = JSON.parse(given);
const { run } = await import(program);

const controller = new AbortController();
const { signal } = controller;
setMaxListeners(0, signal);
/** @type {number[]} */
const log = [];
/** @type {WeakRef<object>[]} */
const items = [];
let unhandled = 0;
process.on("unhandledRejection", () => unhandled++);

const next = async () => {
  const item = { turn: items.length + 1 };
  items.push(new WeakRef(item));
  if (item.turn === lost) throw new Error("lost");
  if (item.turn === inside || item.turn > 2 * turns) {
    controller.abort();
    await tick();
  }
  return item;
};
/** @param {{ turn: number }} item */
const use = ({ turn }) => {
  log.push(turn);
  if (turn === between) controller.abort();
};
let held;
/** Asked by the program in its last turn, while its loop still runs. */
const measure = async () => {
  for (let round = 0; round < 5; round++) {
    await tick();
    globalThis.gc?.();
  }
  const reachable = items.filter((item) => item.deref() !== undefined).length;
  held = { reachable, listeners: getEventListeners(signal, "abort").length };
  controller.abort();
};
const world = { signal, once, next, sleep: next, use, turns, measure };
let outcome;
try {
  outcome = `returned ${await run(world)}`;
} catch (error) {
  outcome = `threw ${/** @type {Error} */ (error).message}`;
}
await tick();
console.log(JSON.stringify({ log, outcome, unhandled, held }));
