// A listener that does nothing with its object but abort a controller in a field.
declare function open(signal: AbortSignal): Promise<WebSocket>;
declare function read(stream: unknown, done: () => boolean): AsyncGenerator<string>;

export class Client {
  private own?: AbortController;
  async load(url: string, signal?: AbortSignal) {
    this.own = new AbortController();
    signal?.addEventListener("abort", () => this.own?.abort(), { once: true }); // want discarded: "the work is done"
    const response = await fetch(url, { signal: this.own.signal });
    return await response.text();
  }
  stop() { this.own?.abort(); this.own = undefined; }
}

export class Chained {
  #own = new AbortController();
  async load(url: string, signal: AbortSignal) {
    this.#own = new AbortController();
    signal.addEventListener("abort", () => this.#own.abort()); // want discarded: "the work is done"
    return (await fetch(url, { signal: this.#own.signal })).text();
  }
}

export class Connection {
  private own?: AbortController;
  private socket?: WebSocket;
  async connect(signal: AbortSignal) {
    this.own = new AbortController();
    signal.addEventListener("abort", () => this.own?.abort()); // ok: the socket goes on
    this.socket = await open(this.own.signal);
  }
  async again(signal: AbortSignal) {
    this.own = new AbortController();
    signal.addEventListener("abort", () => this.own?.abort()); // ok: so it does by another name
    const socket = await open(this.own.signal);
    this.socket = socket;
  }
}

export class Shared {
  private inner = new AbortController();
  async load(url: string, signal: AbortSignal) {
    signal.addEventListener("abort", () => this.inner.abort()); // ok: it is made with the object, for all of its calls
    const response = await fetch(url, { signal: this.inner.signal });
    return await response.text();
  }
}

export class Service {
  private life = new AbortController();
  async start(signal: AbortSignal) {
    this.life = new AbortController();
    signal.addEventListener("abort", () => this.life.abort()); // ok: other methods take its signal, too
    const first = await open(this.life.signal);
    first.close();
  }
  watch() { void open(this.life.signal); }
}

export class Parts {
  private stopped = new AbortController();
  constructor(private readonly stream: unknown, signal?: AbortSignal) {
    signal?.addEventListener("abort", () => this.stopped.abort()); // want discarded: "stays on `signal`"
  }
  async *[Symbol.asyncIterator]() { yield* read(this.stream, () => false); }
}

export class Asked {
  private ended = new AbortController();
  constructor(private readonly stream: unknown, signal?: AbortSignal) {
    signal?.addEventListener("abort", () => this.ended.abort()); // ok: the object asks for it
  }
  async *[Symbol.asyncIterator]() { yield* read(this.stream, () => this.ended.signal.aborted); }
}

export class Open {
  readonly controller = new AbortController();
  constructor(signal?: AbortSignal) {
    signal?.addEventListener("abort", () => this.controller.abort()); // ok: others may take its signal
  }
}
