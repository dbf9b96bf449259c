// A listener that names its object only to tell of the abort does nothing to the object.
interface Logger {
  debug(text: string): void;
}

export class Client {
  #log: (text: string) => void = () => {};
  aborted = false;

  constructor(
    private readonly logger: Logger,
    readonly name: string,
  ) {}

  async load(url: string, signal: AbortSignal) {
    const own = new AbortController();
    signal.addEventListener("abort", () => { // want discarded: "when the work is done"
      this.logger.debug(`${this.name} aborted`);
      own.abort(signal.reason);
    });
    return await (await fetch(url, { signal: own.signal })).text();
  }

  async loadAgain(url: string, signal: AbortSignal) {
    const own = new AbortController();
    const onAbort = () => {
      this.#log("aborted");
      own.abort();
    };
    signal.addEventListener("abort", onAbort); // want never-released: "when the work is done"
    return await (await fetch(url, { signal: own.signal })).text();
  }

  async start(url: string, signal: AbortSignal) {
    const own = new AbortController();
    signal.addEventListener("abort", () => { // ok: what is set lasts as long as the object
      this.aborted = true;
      own.abort();
    });
    await fetch(url, { signal: own.signal });
  }

  async stopsOnAbort(url: string, signal: AbortSignal) {
    const own = new AbortController();
    signal.addEventListener("abort", () => { // ok: it stops the object
      this.logger.debug("aborted");
      this.stop();
      own.abort();
    });
    await fetch(url, { signal: own.signal });
  }

  async tellsOnly(url: string, signal: AbortSignal) {
    signal.addEventListener("abort", () => this.logger.debug("aborted")); // ok: it tells whenever the abort comes
    await fetch(url);
  }

  stop() {
    this.aborted = true;
  }
}
