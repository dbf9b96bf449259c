/**
 * Gives each look-alike of a signal to each consumer of the platform, aborts, and prints what happens: an error, an
 * abort that never arrives, a listener that is left behind by work that is done, or nothing unusual. It runs as it is
 * on every Node.js.
 */
import { EventEmitter, getEventListeners, once } from "node:events";
import { createServer } from "node:net";
import os from "node:os";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { consumers, moduleOf } from "./consumers.mjs";
import { expressions } from "./look-alikes.mjs";

// It starts programs: none of them may be this one, and it must come to an end.
if (process.env["LEAKS_COUNTING"]) throw new Error("count.mjs was started by itself");
process.env["LEAKS_COUNTING"] = "1";
setTimeout(() => process.exit(1), 15_000).unref();

/** @typedef {"throws" | "lost" | "watcher" | "free"} Outcome */

/** The turns an abort may take, each of them with time for a file or a program to end. */
const PATIENCE = 25;

// A server that never answers.
const server = createServer().listen(0, "127.0.0.1").unref();
await once(server, "listening");
const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
const common = { url: `http://127.0.0.1:${port}/`, port, file: fileURLToPath(import.meta.url), sink: os.devNull };

/** Some consumers throw where nobody can catch it: what happened is seen by what did not arrive. */
process.on("uncaughtException", () => {});

/**
 * What was made of a signal, and the listeners it had then.
 *
 * @type {WeakMap<AbortSignal, { made: any; before: number }>}
 */
const seen = new WeakMap();
Object.assign(globalThis, {
  see(/** @type {AbortSignal} */ signal, /** @type {any} */ made) {
    seen.set(signal, { made, before: getEventListeners(signal, "abort").length });
    return made;
  },
});

/** @type {Record<string, Record<string, Outcome[]>>} */
const results = {};
const forms = { signal: [["signal"]], ...expressions };
await Promise.all(
  Object.entries(forms).flatMap(([form, list]) =>
    list.map(async ([expression = "", setup = ""], index) => {
      const load = (/** @type {"use" | "ends"} */ part) =>
        import(`data:text/javascript,${encodeURIComponent(moduleOf(`see(signal, ${expression})`, setup, part))}`);
      const [{ uses }, { uses: ending }] = await Promise.all([load("use"), load("ends")]);
      await Promise.all(
        Object.entries(consumers).map(async ([name, { abort }]) => {
          const arrived = await outcomeOf(uses[name], abort);
          const keeps = arrived === "free" && ending[name] && (await isKept(ending[name]));
          ((results[name] ??= {})[form] ??= [])[index] = keeps ? "watcher" : arrived;
        }),
      );
    }),
  ),
);
console.log(JSON.stringify(results));
process.exit();

/**
 * @param {(signal: AbortSignal, world: object) => any} use
 * @param {import("./consumers.mjs").Consumer["abort"]} how
 * @returns {Promise<Outcome>}
 */
async function outcomeOf(use, how) {
  const controller = new AbortController();
  const target = new globalThis.EventTarget();
  /** @type {(error?: unknown) => void} */
  let done = () => {};
  const called = new Promise((resolve) => (done = resolve));
  try {
    const result = use(controller.signal, { ...common, target, done });
    const end = endOf(result, how, called);
    controller.abort();
    if (how === "removes") target.dispatchEvent(new globalThis.Event("end"));
    const error = await Promise.race([end, late()]);
    if (error === "aborted" || error?.name === "AbortError" || (how === "removes" && error === "late")) return "free";
    return error?.code === "ERR_INVALID_ARG_TYPE" || error instanceof TypeError ? "throws" : "lost";
  } catch (error) {
    return error instanceof TypeError ? "throws" : "lost";
  }
}

/** A slow machine may skip time, but no turns. */
async function late() {
  for (let turn = 0; turn < PATIENCE; turn++) await wait(10);
  return "late";
}

/**
 * What comes when it ends: an error, or `"aborted"` where only an abort comes.
 *
 * @param {any} result
 * @param {import("./consumers.mjs").Consumer["abort"]} how
 * @param {Promise<any>} called
 * @returns {Promise<any>}
 */
async function endOf(result, how, called) {
  if (how === "aborts") return once(result, "abort").then(() => "aborted");
  if (result instanceof EventEmitter) result.on("error", () => {});
  if (how === "errs") return new Promise((resolve) => result.on("error", resolve));
  if (how === "closes") return once(result, "close").then(() => "aborted");
  if (how === "rejects")
    return result.then(
      () => "late",
      (/** @type {unknown} */ error) => error,
    );
  // What gives a promise beside the callback fails through that promise.
  return result instanceof Promise ? Promise.race([called, result.then(() => called)]) : called;
}

/**
 * Does work that is done leave listeners on a signal, or on what looks like it?
 *
 * @param {(signal: AbortSignal, world: object) => Promise<unknown>} end
 */
async function isKept(end) {
  const { signal } = new AbortController();
  await Promise.race([end(signal, common), late()]);
  const { made, before } = seen.get(signal) ?? { made: signal, before: 0 };
  const isTarget = made instanceof globalThis.EventTarget;
  const own = isTarget ? getEventListeners(made, "abort").length : (made.listeners?.size ?? 0);
  return Math.max(own, getEventListeners(signal, "abort").length) > before;
}
