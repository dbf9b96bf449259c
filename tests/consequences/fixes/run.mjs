/**
 * `node --expose-gc run.mjs program.mjs`: runs `children(ctx, note)` of a program with a context of goscript, 1,000
 * times, and prints what was seen: errors, notes, children that are still held after their cancel, and if a last child
 * ends with the parent.
 */
import { setImmediate as turn } from "node:timers/promises";
import * as context from "@goscript/context/index.js";

const { derive } = await import(/** @type {string} */ (process.argv[2]));
const [parent, cancel] = context.WithCancel(context.WithValue(context.Background(), "user", "ada"));
const held = many();
await settle();
const reachable = held.filter((child) => child.deref() !== undefined).length;
const [last] = derive(parent);
const value = last.Value("user");
const before = last.Err() === null;
cancel?.();
await settle();
const outcome = { reachable, value, before, follows: last.Err() !== null, error: String(last.Err()?.Error()) };
console.log(JSON.stringify(outcome));

/** A function of its own, so that no local variable keeps a child reachable. */
function many() {
  return Array.from({ length: 1_000 }, () => {
    const [child, stop] = derive(parent);
    stop();
    return new WeakRef(child);
  });
}

async function settle() {
  for (let round = 0; round < 4; round++) {
    await turn();
    globalThis.gc?.();
  }
}
