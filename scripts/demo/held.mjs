import { getEventListeners } from "node:events";

/**
 * @typedef {object} Held what a program still holds when its work is done
 * @property {number} timers timers that keep the process alive
 * @property {number} listeners abort listeners on the long-lived signal
 * @property {number} children children of the long-lived context, or entries of the long-lived collection
 */

/**
 * Counts what is still held in this process.
 *
 * @param {unknown} longLived what the program exports under that name: a signal, a goscript context, or a collection
 * @returns {Held}
 */
export function countHeld(longLived) {
  return {
    timers: process.getActiveResourcesInfo().filter((resource) => resource === "Timeout").length,
    listeners: longLived instanceof AbortSignal ? getEventListeners(longLived, "abort").length : 0,
    children: countChildren(longLived),
  };
}

/** @param {unknown} longLived */
function countChildren(longLived) {
  if (longLived instanceof Set || longLived instanceof Map) return longLived.size;
  if (typeof longLived !== "object" || longLived === null || !("children" in longLived)) return 0;
  return longLived.children instanceof Set ? longLived.children.size : 0;
}

/** @param {Held} held */
export function countAll(held) {
  return held.timers + held.listeners + held.children;
}

/**
 * @param {Held} held
 * @returns {string} such as "2 timers, 1 listener on the parent"
 */
export function describeHeld(held) {
  const parts = [
    count(held.timers, "timer", "timers"),
    count(held.listeners, "listener on the parent", "listeners on the parent"),
    count(held.children, "entry in the parent", "entries in the parent"),
  ].filter((part) => part !== "");
  return parts.length === 0 ? "nothing" : parts.join(", ");
}

/** @type {(n: number, one: string, many: string) => string} */
function count(n, one, many) {
  return n === 0 ? "" : `${n.toLocaleString("en")} ${n === 1 ? one : many}`;
}
