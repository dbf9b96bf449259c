// A signal that a method is given may be kept in a field, for what other methods do.
declare function load(url: string, signal: AbortSignal): Promise<string>;

export class Session {
  private signal?: AbortSignal;

  setSignal(signal: AbortSignal | undefined) {
    this.signal = signal;
  }

  end() {
    this.signal = undefined;
  }

  async step(url: string) {
    const own = new AbortController();
    this.signal?.addEventListener("abort", () => own.abort()); // want discarded: "stays on `this.signal`"
    return await load(url, own.signal);
  }
}

export class Own {
  private signal = new AbortController().signal;

  again() {
    this.signal = new AbortController().signal;
  }

  async step(url: string) {
    const own = new AbortController();
    this.signal.addEventListener("abort", () => own.abort()); // ok: the object makes it
    return await load(url, own.signal);
  }
}

export class Either {
  private signal?: AbortSignal;

  start(signal?: AbortSignal) {
    if (signal) this.signal = signal;
    else this.signal = new AbortController().signal;
  }

  async step(url: string) {
    const own = new AbortController();
    this.signal?.addEventListener("abort", () => own.abort()); // ok: it may be one that the object makes
    return await load(url, own.signal);
  }
}

export class Asked {
  constructor(private readonly outer: { current(): AbortSignal }) {}

  private get signal() {
    return this.outer.current();
  }

  async step(url: string) {
    const own = new AbortController();
    this.signal.addEventListener("abort", () => own.abort()); // ok: what a call gives is not known
    return await load(url, own.signal);
  }
}

export class Started {
  private signal?: AbortSignal;
  private url = "";

  start(signal: AbortSignal) {
    this.signal = signal;
    this.signal.addEventListener("abort", () => this.halt()); // ok: most signals of a method are made for one call
  }

  dispose() {
    this.halt();
  }

  private halt() {
    this.url = "";
  }
}
