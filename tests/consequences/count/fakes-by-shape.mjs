/**
 * Small stand-ins for libraries that are not on npm and take any parent of the right shape. Written anew from their
 * sources (the catalog cites them): how a child is tied to its parent is theirs, the rest is left out.
 */

/** As `@dmop/puru`: a listener on the parent's signal, which a cancel leaves there. */
export class PuruContext {
  controller = new AbortController();
  /** @param {any} parent */
  constructor(parent) {
    if (!parent) return;
    if (parent.signal.aborted) this.cancel();
    // eslint-disable-next-line leaks/no-leaked-abort-listener -- the leak of the library, which is counted here
    else parent.signal.addEventListener("abort", () => this.cancel(), { once: true });
  }
  get signal() {
    return this.controller.signal;
  }
  cancel() {
    this.controller.abort();
  }
}

/** As deno-context: `done()` gives a signal; the listener that a cancel removes is not the one that was added. */
export class DenoContext {
  signal = new AbortController();
  /** @param {any} parent */
  constructor(parent) {
    const done = parent?.done();
    if (!done) return;
    done.addEventListener("abort", () => this.cancel(), { once: true });
  }
  done() {
    return this.signal.signal;
  }
  cancel() {
    this.signal.abort();
  }
}

class Canceler {
  /** @type {Set<() => void>} */ callbacks = new Set();
  canceled = false;
  cancel() {
    this.canceled = true;
    for (const callback of this.callbacks) callback();
    this.callbacks.clear();
  }
}

/** As `@sabl/context`: a getter `canceler` over a private field; a parent without one has no end. */
export class SablContext {
  #canceler = new Canceler();
  #unlink = () => {};
  /** @param {any} parent */
  constructor(parent) {
    const canceler = parent?.canceler;
    if (canceler === undefined || canceler === null) return;
    const end = () => this.#canceler.cancel();
    canceler.callbacks.add(end);
    this.#unlink = () => void canceler.callbacks.delete(end);
  }
  get canceler() {
    return this.#canceler;
  }
  cancel() {
    this.#unlink();
    this.#canceler.cancel();
  }
}

/** As streamix: plain objects with getters over closures. */
export function streamixContext(/** @type {any} */ parent) {
  const controller = new AbortController();
  const end = () => controller.abort();
  parent?.signal.addEventListener("abort", end, { once: true });
  return {
    get signal() {
      return controller.signal;
    },
    cancel: () => {
      parent?.signal.removeEventListener("abort", end);
      end();
    },
  };
}

/** As likego: frozen plain objects of closures; all four methods are asked for, and an `afterFunc` is used if there. */
export function likegoContext(/** @type {any} */ parent) {
  const controller = new AbortController();
  const names = ["deadline", "done", "err", "value"];
  if (parent && names.some((name) => typeof parent[name] !== "function"))
    throw new TypeError("parent must implement the Context method shape");
  const end = () => controller.abort();
  const signal = parent?.done();
  const stop = parent?.afterFunc?.(end);
  if (!stop) signal?.addEventListener("abort", end, { once: true });
  return Object.freeze({
    deadline: () => [new Date(0), false],
    done: () => controller.signal,
    err: () => (controller.signal.aborted ? controller.signal.reason : null),
    value: () => null,
    cancel: () => {
      stop?.();
      signal?.removeEventListener("abort", end);
      end();
    },
  });
}
