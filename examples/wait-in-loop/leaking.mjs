/**
 * A consumer takes one message after the other, until it is told to stop. It waits for the stop anew in each turn:
 * every message leaves a listener on the signal, and what the race gave stays with it.
 */
import { once } from "node:events";
import { setImmediate as nextTurn } from "node:timers/promises";

const MESSAGES = 1000;

const shutdown = new AbortController();
/** Outlives every message: the demo counts what still hangs on it. */
export const longLived = shutdown.signal;

async function receive(id) {
  await nextTurn();
  return `message ${id}`;
}

async function consume(signal) {
  let letters = 0;
  for (let id = 0; id < MESSAGES; id++) {
    const message = await Promise.race([once(signal, "abort"), receive(id)]);
    if (signal.aborted) break;
    letters += message.length;
  }
  return letters;
}

console.log(`${MESSAGES} messages, ${await consume(shutdown.signal)} letters`);
