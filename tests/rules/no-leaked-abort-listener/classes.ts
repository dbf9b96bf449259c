import { appSignal } from "./app.js";

declare function work(signal?: AbortSignal): Promise<string>;
declare const window: EventTarget;

export class Flushes {
  constructor(signal: AbortSignal) {
    signal.addEventListener("abort", () => this.flush(), { once: true }); // want unreached: "when `close()` has run"
  }
  flush() {
    void work();
  }
  close() {
    void work();
  }
}

export class ClosesItself {
  constructor(signal: AbortSignal) {
    signal.addEventListener("abort", () => void this.close(), { once: true }); // ok: it may live as long as its maker
  }
  close() {
    void work();
  }
}

export class Imports {
  #own = new AbortController();
  constructor() {
    appSignal.addEventListener("abort", () => this.#own.abort()); // want unreached: "[Symbol.dispose]()` has run"
  }
  [Symbol.dispose]() {
    this.#own.abort();
  }
}

export class Keeps {
  constructor(private readonly signal: AbortSignal) {}
  start() {
    const stop = () => this.flush();
    this.signal.addEventListener("abort", stop); // want unreached: "`stop` stays on `this.signal`"
  }
  flush() {
    void work();
  }
  dispose() {
    window.removeEventListener("resize", this.start);
  }
}

export class Binds {
  constructor(options: { signal?: AbortSignal }) {
    const own = new AbortController();
    options.signal?.addEventListener("abort", () => own.abort()); // want unreached: "when `destroy()` has run"
    void work(own.signal);
  }
  destroy() {
    void work();
  }
}

export class Removes {
  readonly #stop = () => this.close();
  constructor(private readonly signal: AbortSignal) {
    signal.addEventListener("abort", this.#stop); // ok: removed by `close`
  }
  close() {
    this.signal.removeEventListener("abort", this.#stop);
  }
}

export class OwnSignal {
  readonly #closed = new AbortController();
  constructor(signal: AbortSignal) {
    signal.addEventListener("abort", () => this.close(), { signal: this.#closed.signal }); // ok: ends with the object
  }
  close() {
    this.#closed.abort();
  }
}

export class Stores {
  #remove: () => void;
  constructor(signal: AbortSignal) {
    const stop = () => this.close();
    signal.addEventListener("abort", stop); // ok: the remover is kept
    this.#remove = () => signal.removeEventListener("abort", stop);
  }
  close() {
    this.#remove();
  }
}

export class EndsAtTheAbort {
  constructor(signal: AbortSignal) {
    signal.addEventListener("abort", () => this.close()); // ok: nothing else can close it
  }
  private close() {
    void work();
  }
}

export class HasNoEnd {
  constructor(signal: AbortSignal) {
    signal.addEventListener("abort", () => this.report()); // ok: nobody says that the object ends
  }
  report() {
    void work();
  }
}

export class OwnController {
  readonly #controller = new AbortController();
  constructor() {
    this.#controller.signal.addEventListener("abort", () => this.close()); // ok: the signal ends with the object
  }
  close() {
    this.#controller.abort();
  }
}

export class PerCall {
  fetch(signal: AbortSignal) {
    signal.addEventListener("abort", () => this.close()); // ok: the signal may be of this call
  }
  close() {
    void work();
  }
}

export class OfRequest {
  constructor(request: Request) {
    request.signal.addEventListener("abort", () => this.close()); // ok: the signal ends with the request
  }
  close() {
    void work();
  }
}
