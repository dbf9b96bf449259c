/**
 * Runs in a process of its own, with --expose-gc: derives 1,000 children from a long-lived context of each library, and
 * from each form of a foreign one, cancels them all, and prints what is still held, thrown, or never cancelled.
 */
import { setImmediate as turn } from "node:timers/promises";
import { classText, expressions } from "./forms.mjs";
import { openPorts } from "./ports.mjs";

/** @typedef {import("./ports.mjs").Port} Port */

const CHILDREN = 1_000;

/** What may have happened to a context before it is wrapped. */
const histories = [
  () => {},
  (/** @type {Port} */ port, /** @type {any} */ ctx) => void port.derive(ctx),
  (/** @type {Port} */ port, /** @type {any} */ ctx) => port.derive(ctx).cancel(),
];

/** @type {Record<string, object>} */
const counts = {};
for (const port of await openPorts()) {
  /** @type {Record<string, object>} */
  const rows = { own: [await count(port, (ctx) => ctx, histories[0])] };
  for (const [form, texts] of Object.entries(expressions)) rows[form] = await countForm(port, texts);
  counts[port.module] = { real: port.real, classText: classText(port), asksAfterFunc: asksAfterFunc(port), rows };
}
console.log(JSON.stringify(counts));

/**
 * Does a library let a foreign parent tell of its end by a method of its own, as Go's `afterFuncer`?
 *
 * @param {Port} port
 */
function asksAfterFunc(port) {
  let asked = false;
  const afterFunc = () => {
    asked = true;
    return () => true;
  };
  const { ctx } = port.derive(undefined);
  try {
    port.derive(Object.assign(wrapperFrom(port, "new Own(ctx)")(ctx), { afterFunc, AfterFunc: afterFunc }));
  } catch {
    // Some take no such parent at all.
  }
  return asked;
}

/**
 * @param {Port} port
 * @param {readonly string[]} texts
 */
async function countForm(port, texts) {
  const rounds = [];
  for (const text of texts)
    for (const history of histories) rounds.push(await count(port, wrapperFrom(port, text), history));
  return rounds;
}

/**
 * @param {Port} port
 * @param {string} text
 * @returns {(ctx: any) => any}
 */
function wrapperFrom(port, text) {
  return /** @type {any} */ (new Function("ctx", `${classText(port)}\nreturn ${text};`));
}

/**
 * @param {Port} port
 * @param {(ctx: any) => any} wrap
 * @param {((port: Port, ctx: any) => void) | undefined} history
 */
async function count(port, wrap, history) {
  const held = port.derive(undefined);
  history?.(port, held.ctx);
  const parent = wrap(held.ctx);
  const children = deriveAll(port, parent);
  if (typeof children === "string") return { threw: children };
  await settle();
  const reachable = children.filter((child) => child.deref() !== undefined).length;
  const child = port.derive(parent);
  held.cancel();
  await settle();
  return { reachable, follows: port.isCancelled(child.ctx) };
}

/**
 * A function of its own, so that no local variable keeps a child reachable.
 *
 * @param {Port} port
 * @param {any} parent
 * @returns {WeakRef<object>[] | string}
 */
function deriveAll(port, parent) {
  try {
    return Array.from({ length: CHILDREN }, () => {
      const { ctx, cancel } = port.derive(parent);
      cancel();
      return new WeakRef(ctx);
    });
  } catch (error) {
    return /** @type {Error} */ (error).name;
  }
}

/** A WeakRef is only cleared between turns of the event loop. */
async function settle() {
  for (let round = 0; round < 4; round++) {
    await turn();
    globalThis.gc?.();
  }
}
