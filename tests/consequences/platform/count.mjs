/**
 * Gives each look-alike of a signal to each consumer of the platform, and prints what happens: an error, an abort that
 * never arrives, or nothing unusual. It runs as it is on every Node.
 */
import { setImmediate as turn } from "node:timers/promises";

/** @type {Record<string, (signal: AbortSignal) => any>} */
const forms = {
  spread: (signal) => ({ ...signal }),
  create: (signal) => Object.create(signal),
  proxy: (signal) => new Proxy(signal, {}),
};

/** @type {Record<string, (signal: any) => Promise<boolean> | boolean>} Did the abort arrive? */
const consumers = {
  "AbortSignal.any": (given) => watch(AbortSignal.any([given])),
  fetch: async (given) => {
    // It is asked if it takes the signal; with an abort behind the answer Node 24.21 crashes.
    const failed = fetch("data:text/plain,a", { signal: given }).then(
      () => undefined,
      (/** @type {Error} */ error) => error,
    );
    const error = await failed;
    if (error && error.name === "TypeError") throw error;
    return true;
  },
};

/** @type {Record<string, Record<string, string>>} */
const results = {};
for (const [consumer, consume] of Object.entries(consumers)) {
  /** @type {Record<string, string>} */
  const row = (results[consumer] = {});
  for (const [form, make] of Object.entries(forms)) row[form] = await consequenceOf(make, consume);
}
console.log(JSON.stringify(results));

/**
 * @param {(signal: AbortSignal) => any} make
 * @param {(given: any) => Promise<boolean> | boolean} consume
 */
async function consequenceOf(make, consume) {
  const controller = new AbortController();
  try {
    if (consume === consumers["AbortSignal.any"]) setImmediate(() => controller.abort());
    return (await consume(make(controller.signal))) ? "free" : "unpropagated";
  } catch (error) {
    return error instanceof TypeError ? "throws" : `failed: ${String(error)}`;
  }
}

/** @param {AbortSignal} signal */
async function watch(signal) {
  for (let round = 0; round < 5; round++) await turn();
  return signal.aborted;
}
