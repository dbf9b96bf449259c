/**
 * Small stand-ins for libraries that are not on npm and know their contexts by class. Written anew from their sources
 * (the catalog cites them): how a child is tied to its parent is theirs, the rest is left out.
 */

/** As gontext: `instanceof`, then the children of that parent; of all else, a race with its `done()`. */
export class GontextCancel {
  /** @type {{ promise: Promise<void>, resolve: () => void } | null} */ _done = null;
  /** @type {unknown} */ _err = null;
  /** @type {Set<GontextCancel> | null} */ _children = null;
  /** @param {any} context */
  constructor(context) {
    this.context = context;
    const parentDone = context?.done();
    if (!parentDone) return;
    if (context instanceof GontextCancel) {
      context._children ??= new Set();
      context._children.add(this);
      return;
    }
    let isParent = false;
    const ended = parentDone.then(() => (isParent = true));
    Promise.race([ended, this.done()]).then(() => isParent && this.cancel(context.err()));
  }
  done() {
    if (!this._done) {
      let resolve = () => {};
      const promise = /** @type {Promise<void>} */ (new Promise((settle) => (resolve = settle)));
      this._done = { promise, resolve };
    }
    return this._done.promise;
  }
  err() {
    return this._err;
  }
  cancel(/** @type {unknown} */ err = new Error("canceled")) {
    if (this._err !== null) return;
    this._err = err;
    this.done();
    this._done?.resolve();
    for (const child of this._children ?? []) child.cancel(err);
    if (this.context instanceof GontextCancel) this.context._children?.delete(this);
  }
}

/** As `@6river/context`: `instanceof`, then the children of that parent; of all else, a race with its `done()`. */
export class SixRiverCancel {
  /** @type {Promise<void> | undefined} */ _done;
  /** @type {unknown} */ _err = null;
  /** @type {Set<SixRiverCancel> | undefined} */ children;
  resolve = () => {};
  /** @param {any} parent */
  constructor(parent) {
    this.parent = parent;
    if (parent) SixRiverCancel.link(parent, this);
  }
  static link(/** @type {any} */ parent, /** @type {SixRiverCancel} */ child) {
    const done = parent.done();
    if (parent instanceof SixRiverCancel) {
      parent.children ??= new Set();
      parent.children.add(child);
      return;
    }
    const ended = done.then(() => true);
    const cancelled = child.done().then(() => false);
    Promise.race([ended, cancelled]).then((isEnd) => isEnd && child.cancel(parent.error()));
  }
  done() {
    this._done ??= new Promise((resolve) => (this.resolve = resolve));
    return this._done;
  }
  error() {
    return this._err;
  }
  cancel(/** @type {unknown} */ err = new Error("canceled")) {
    if (this._err !== null) return;
    this._err = err;
    if (this._done) this.resolve();
    else this._done = Promise.resolve();
    for (const child of this.children ?? []) child.cancel(err);
    if (this.parent instanceof SixRiverCancel) this.parent.children?.delete(this);
  }
}

/** As `@clix-so/co`: what is no instance is replaced by a new root. */
export class ClixContext {
  controller = new AbortController();
  /** @param {any} parent */
  constructor(parent) {
    if (!parent) return;
    const known = parent instanceof ClixContext ? parent : ClixContext.rootFor(parent);
    known.deadline();
    // eslint-disable-next-line leaks/no-leaked-abort-listener -- the leak of the library, which is counted here
    known.signal.addEventListener("abort", () => this.cancel(), { once: true });
  }
  static rootFor(/** @type {any} */ parent) {
    parent.deadline();
    return new ClixContext(null);
  }
  deadline() {
    return undefined;
  }
  done() {
    return this.controller.signal.aborted;
  }
  get signal() {
    return this.controller.signal;
  }
  cancel() {
    this.controller.abort();
  }
}

const brand = Symbol("brand");

/** As `@ggoodman/context` 2: a brand in a field, then `error()` and a list of listeners. */
export class GgoodmanContext {
  [brand] = true;
  /** @type {(() => void)[]} */ listeners = [];
  /** @type {unknown} */ reason = undefined;
  /** @param {any} parent */
  constructor(parent) {
    if (!parent) return;
    if (parent[brand] !== true) throw new TypeError("Argument must be a valid Context");
    this.reason = parent.error();
    const { dispose } = parent.onDidCancel(() => this.cancel());
    this.onDidCancel(dispose);
  }
  error() {
    return this.reason;
  }
  onDidCancel(/** @type {() => void} */ listener) {
    this.listeners.push(listener);
    return { dispose: () => void this.listeners.splice(this.listeners.indexOf(listener) >>> 0, 1) };
  }
  cancel() {
    this.reason ??= new Error("canceled");
    for (let listener = this.listeners.shift(); listener; listener = this.listeners.shift()) listener();
  }
}

/** As golikejs: every parent keeps a reaction; state in private fields. */
export class GolikeContext {
  /** @type {Error | undefined} */ #err;
  #resolve = () => {};
  /** @type {Promise<void>} */ #done = new Promise((resolve) => (this.#resolve = resolve));
  /** @param {any} parent */
  constructor(parent) {
    if (!parent) return;
    if (parent.err() !== undefined) this.cancel();
    else parent.done().then(() => this.cancel());
  }
  done() {
    return this.#done;
  }
  err() {
    return this.#err;
  }
  cancel() {
    this.#err ??= new Error("canceled");
    this.#resolve();
  }
}
