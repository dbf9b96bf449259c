// An object that gives its signal to other listeners ends by it. What a method of it cleans up is something else.
declare function watchScroll(element: Element, listener: () => void, signal?: AbortSignal): void;

export class Viewer {
  #observer = new ResizeObserver(() => undefined);
  #buffer: unknown[] = [];

  constructor({ element, abortSignal }: { element: Element; abortSignal?: AbortSignal }) {
    abortSignal?.addEventListener("abort", () => { // ok: the scroll listener ends by the same signal
      this.#observer.disconnect();
      this.#buffer = [];
    });
    watchScroll(element, () => this.#buffer.push(1), abortSignal);
  }

  cleanup() {
    this.#buffer = [];
  }
}

export class Panel {
  #observer = new ResizeObserver(() => undefined);

  constructor(element: Element, { signal }: { signal: AbortSignal }) {
    signal.addEventListener("abort", () => { // ok: and so does this click
      this.#observer.disconnect();
      this.reset();
    });
    element.addEventListener("click", () => this.reset(), { signal });
  }

  reset() {
    this.#observer.disconnect();
  }

  close() {
    this.reset();
  }
}

export class Kept {
  #signal: AbortSignal;
  #buffer: unknown[] = [];

  constructor(signal: AbortSignal) {
    this.#signal = signal;
    signal.addEventListener("abort", () => { // ok: a later method gives it on
      this.#buffer = [];
      this.render();
    });
  }

  render() {
    document.addEventListener("keydown", () => this.#buffer.push(1), { signal: this.#signal });
  }

  close() {
    this.#buffer = [];
  }
}

export class Socket {
  #signal: AbortSignal | undefined;
  #open = false;

  constructor(signal?: AbortSignal) {
    this.#signal = signal;
    signal?.addEventListener("abort", () => { // want unreached: "when `close()` has run"
      this.#open = false;
      this.flush();
    });
  }

  flush() {
    if (this.#signal?.aborted) this.#open = false;
  }

  close() {
    this.#open = false;
  }
}
