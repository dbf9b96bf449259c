/** The consumer that asks for the stop once a turn, and leaves nothing on the signal. */
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
    const message = await receive(id);
    if (signal.aborted) break;
    letters += message.length;
  }
  return letters;
}

console.log(`${MESSAGES} messages, ${await consume(shutdown.signal)} letters`);
