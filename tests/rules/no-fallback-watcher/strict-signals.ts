// options: {"causes": ["signal-look-alike"]}
export const copies = (signal: AbortSignal, options: RequestInit & { signal: AbortSignal }) => [
  fetch("/", { signal: { ...signal } }), // want refused-signal: "`fetch` throws a TypeError: a copy is no AbortSignal"
  fetch("/", { method: "PUT", signal: { ...options.signal, reason: 1 } as AbortSignal }), // want refused-signal: "`fetch`"
  AbortSignal.any([AbortSignal.timeout(5), { ...signal }]), // want refused-signal: "`AbortSignal.any` throws"
  fetch("/", { ...options, signal }), // ok: the signal itself
  fetch("/", { ...options.signal }), // ok: not as the signal
  AbortSignal.any([...[signal]]), // ok: a list
  fetch("/", { signal: Object.create(signal) }), // ok: taken, and followed up to Node 22
];

export function kept(signal: AbortSignal) {
  const copy = { ...signal }; // want refused-signal: "`fetch`"
  return fetch("/", { signal: copy });
}

export function own(signal: AbortSignal, fetch: (url: string, init: object) => void) {
  fetch("/", { signal: { ...signal } }); // ok: not the platform's
}

import { readFile } from "node:fs/promises";
import * as timers from "timers/promises";
const { once } = require("node:events");

/** What Node.js follows is kept with the signal, where only its own signals have it. */
export const derived = (signal: AbortSignal) => [
  AbortSignal.any([Object.create(signal)]), // want lost-signal: "never passes on an abort of an object made of a signal"
  AbortSignal.any([Object.assign(Object.create(signal), { name: "mine" })]), // want lost-signal: "made of a signal"
  globalThis.AbortSignal.any([new Proxy(signal, {})]), // ok: a proxy works
  AbortSignal.any([Object.create(signal, { aborted: { value: true } })]), // ok: what else it has is not known
];

class Stop {
  aborted = false;
  throwIfAborted() {}
}

class Deadline extends EventTarget {
  aborted = false;
}

class Real extends AbortSignal {
  override readonly aborted = false;
}

class Base {
  addEventListener() {}
}

class Other extends Base {
  aborted = false;
}

export async function ofClasses(url: string) {
  await fetch(url, { signal: new Stop() }); // want refused-signal: "`fetch` throws a TypeError: an object without listeners"
  AbortSignal.any([new Deadline()]); // want lost-signal: "an object with listeners of its own"
  await fetch(url, { signal: new Deadline() }); // ok: Node 20 and 22 take it
  await fetch(url, { signal: new Real() }); // ok: a signal
  await fetch(url, { signal: new Other() }); // ok: it may inherit listeners
  await readFile(url, { signal: new Stop() }); // ok: it asks for `aborted` from time to time
  await timers.setTimeout(5, null, { signal: new Stop() }); // want refused-signal: "`timers.setTimeout`"
  await once(new EventTarget(), "end", { signal: { aborted: false } }); // want refused-signal: "`once`"
  setTimeout(() => {}, 5, { signal: new Stop() }); // ok: not that of the promises
}

export function options(signal: AbortSignal, other: object, target: EventTarget) {
  const init = { method: "PUT", signal: Object.assign({}, signal) }; // want refused-signal: "a copy"
  fetch("/", init);
  fetch("/", { signal: { ...signal, ...other } }); // ok: it may have what is missing
  fetch("/", { signal: { ...signal, aborted: false, addEventListener() {} } }); // ok: Node 20 and 22 take it
  target.addEventListener("end", () => {}, { signal: { aborted: false } }); // want refused-signal: "`addEventListener`"
}
