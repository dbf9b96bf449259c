/** The look-alikes of an `AbortSignal` that programs make, each as expressions of a `signal`, best made first. */

/** What the class of each expression follows a signal by. */
const follows = 'signal.addEventListener("abort", () => this.abort(signal.reason));';

/** Only what tells that it is aborted. */
const flag = `class Flag {
  aborted = false;
  constructor(signal) { signal.addEventListener("abort", () => { this.aborted = true; }); }
  throwIfAborted() { if (this.aborted) throw new Error("aborted"); }
}`;

/** All that a signal has, as polyfills have it. */
const byHand = `class ByHand {
  aborted = false;
  reason = undefined;
  onabort = null;
  listeners = new Set();
  constructor(signal) { ${follows} }
  abort(reason) {
    this.aborted = true;
    this.reason = reason;
    const event = new Event("abort");
    for (const each of this.listeners) typeof each === "function" ? each.call(this, event) : each.handleEvent(event);
  }
  throwIfAborted() { if (this.aborted) throw this.reason; }
  addEventListener(type, listener) { this.listeners.add(listener); }
  removeEventListener(type, listener) { this.listeners.delete(listener); }
  dispatchEvent() { return true; }
}`;

const onTarget = `class OnTarget extends EventTarget {
  aborted = false;
  reason = undefined;
  onabort = null;
  constructor(signal) { super(); ${follows} }
  abort(reason) {
    this.aborted = true;
    this.reason = reason;
    this.dispatchEvent(new Event("abort"));
  }
  throwIfAborted() { if (this.aborted) throw this.reason; }
}`;

const forwarding = `{
  get aborted() { return signal.aborted; },
  get reason() { return signal.reason; },
  throwIfAborted: () => signal.throwIfAborted(),
  addEventListener: (type, listener, options) => signal.addEventListener(type, listener, options),
  removeEventListener: (type, listener) => signal.removeEventListener(type, listener),
  dispatchEvent: (event) => signal.dispatchEvent(event),
}`;

/**
 * Each an expression, and the class that it makes.
 *
 * @typedef {import("../../../src/resources/catalog/signals/look-alikes.ts").LookAlike} LookAlike
 *
 * @type {Record<LookAlike, [text: string, setup?: string][]>}
 */
export const expressions = {
  copy: [["{ ...signal }"], ["Object.assign({}, signal)"], ["{ ...signal, reason: 1 }"]],
  derived: [["Object.create(signal)"], ["Object.assign(Object.create(signal), { name: 1 })"]],
  bare: [["new Flag(signal)", flag], ["{ aborted: false }"], ["{ ...signal, aborted: false }"]],
  own: [[forwarding], ["new ByHand(signal)", byHand], ["new OnTarget(signal)", onTarget]],
  proxy: [["new Proxy(signal, {})"]],
};
