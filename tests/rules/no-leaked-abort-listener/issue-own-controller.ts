declare function run(signal: AbortSignal): Promise<void>;
declare function watch(signal: AbortSignal): void;

/** An object that ends when its controller aborts, whatever the method is called that does it. */
export class Child {
  private readonly own = new AbortController();
  constructor(parent: { signal: AbortSignal }) {
    parent.signal.addEventListener("abort", () => this.own.abort(), { once: true }); // want unreached: "when `cancel()` has run"
  }
  get signal() {
    return this.own.signal;
  }
  cancel() {
    this.own.abort();
  }
}

export class Guarded {
  readonly #own: AbortController;
  #error: unknown;
  constructor(parent: AbortSignal) {
    this.#own = new AbortController();
    // prettier-ignore
    parent.addEventListener("abort", () => { // want unreached: "when `release()` has run"
      if (!this.#own.signal.aborted) this.#abort(parent.reason);
    });
  }
  #abort(reason: unknown) {
    this.#error = reason;
    this.#own.abort(reason);
  }
  release() {
    this.#abort(this.#error);
  }
}

/** What the listener calls is the end itself, of an object that hands out a signal of its own. */
export class Group {
  private own = new AbortController();
  constructor(parent?: AbortSignal) {
    if (parent?.aborted) this.own.abort();
    else parent?.addEventListener("abort", () => this.cancel(), { once: true }); // want unreached: "when `cancel()` has run"
  }
  get signal() {
    return this.own.signal;
  }
  cancel() {
    this.own.abort();
  }
}

class Base {
  protected readonly own = new AbortController();
  constructor(parent: AbortSignal) {
    parent.addEventListener("abort", () => this.own.abort()); // want unreached: "when `end()` has run"
  }
}

export class Derived extends Base {
  end() {
    this.own.abort();
  }
}

export class Linked extends AbortController {
  constructor(parent?: AbortController) {
    super();
    parent?.signal.addEventListener("abort", () => this.abort()); // want unreached: "when `abort()` has run"
  }
}

export class LinkedToAll extends AbortController {
  constructor(...signals: AbortSignal[]) {
    super();
    this.link(...signals);
  }
  link(...signals: AbortSignal[]) {
    signals.forEach((signal) => {
      signal.addEventListener("abort", () => this.abort(signal.reason)); // want unreached: "when `abort()` has run"
    });
  }
}

export class LinkedWithOption extends AbortController {
  constructor(parent: AbortSignal) {
    super();
    parent.addEventListener("abort", () => this.abort(), { signal: this.signal }); // ok: ends with the controller
  }
}

export class LinkedWithRemoval extends AbortController {
  readonly #follow = () => super.abort(this.parent.reason);
  constructor(readonly parent: AbortSignal) {
    super();
    parent.addEventListener("abort", this.#follow); // ok: removed by its own `abort`
  }
  override abort() {
    this.parent.removeEventListener("abort", this.#follow);
    super.abort();
  }
}

export class Reports extends AbortController {
  constructor(parent: AbortSignal) {
    super();
    parent.addEventListener("abort", () => console.log("over")); // ok: nobody says that the object ends
  }
}

/** It may live as long as its signal: nothing shows that others end it. */
export class Queue {
  readonly #own = new AbortController();
  constructor(signal: AbortSignal) {
    signal.addEventListener("abort", () => this.#own.abort()); // ok: nothing else aborts it
    void run(this.#own.signal);
  }
}

export class EndsByItself {
  private readonly own = new AbortController();
  constructor(signal: AbortSignal) {
    signal.addEventListener("abort", () => this.own.abort()); // ok: nobody else can end it
  }
  private finish() {
    this.own.abort();
  }
}

export class Worker {
  private readonly own = new AbortController();
  constructor(signal: AbortSignal) {
    signal.addEventListener("abort", () => this.halt()); // ok: it may live as long as its maker
    void run(this.own.signal);
  }
  halt() {
    this.own.abort();
  }
}

export class Restarts {
  private own = new AbortController();
  constructor(signal: AbortSignal) {
    signal.addEventListener("abort", () => this.own.abort()); // ok: it goes on with another controller
  }
  reset() {
    this.own.abort();
    this.own = new AbortController();
  }
}

export class GivesItOn {
  readonly own = new AbortController();
  constructor(signal: AbortSignal) {
    signal.addEventListener("abort", () => this.own.abort()); // ok: the signal ends more of the object
    watch(signal);
  }
  cancel() {
    this.own.abort();
  }
}

export class OfAnother {
  constructor(
    signal: AbortSignal,
    private readonly given: AbortController,
  ) {
    signal.addEventListener("abort", () => this.given.abort()); // ok: whoever has made the controller ends it
  }
  cancel() {
    this.given.abort();
  }
}

export class Other {
  readonly own = new AbortController();
  constructor(signal: AbortSignal) {
    signal.addEventListener("abort", () => this.flush()); // ok: nothing says that the object ends
  }
  flush() {
    watch(this.own.signal);
  }
  cancelRequest() {
    this.own.abort();
  }
}

export class CallsLater {
  private readonly own = new AbortController();
  readonly process = { spawn: (signal: AbortSignal) => this.spawn(signal) };
  constructor() {
    this.start = (signal: AbortSignal) => this.spawn(signal);
  }
  start: (signal: AbortSignal) => void;
  private spawn(signal: AbortSignal) {
    signal.addEventListener("abort", () => this.own.abort()); // ok: the signal is of one call
  }
  cancel() {
    this.own.abort();
  }
}
