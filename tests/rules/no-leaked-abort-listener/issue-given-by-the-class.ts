// Only the class calls a private method, so the class shows which signals it is given.
declare function send(part: number, signal: AbortSignal): Promise<void>;

interface Options {
  signal?: AbortSignal;
  retries: number;
}

export class Wallet {
  #listeners: ((wallet: string | null) => void)[] = [];

  onStatus(listener: (wallet: string | null) => void): () => void {
    this.#listeners.push(listener);
    return () => this.#listeners.splice(this.#listeners.indexOf(listener), 1);
  }

  async connect() {
    const flow = new AbortController();
    const stop = this.onStatus((wallet) => wallet ?? flow.abort());
    return await this.waitFor({ signal: flow.signal, retries: 1 }).finally(stop);
  }

  async reconnect() {
    const flow = new AbortController();
    setTimeout(() => flow.abort(), 1_000);
    return await this.waitFor({ retries: 2, signal: flow.signal });
  }

  async silent() {
    return await this.waitFor({ retries: 3 });
  }

  private waitFor(options: Options) {
    return new Promise<string>((resolve, reject) => {
      const { signal } = options;
      const stop = this.onStatus((wallet) => {
        stop();
        if (wallet) resolve(wallet);
        else reject(new Error("cancelled"));
      });
      signal?.addEventListener("abort", () => reject(new Error("aborted")), { once: true }); // ok: all are of one flow
    });
  }
}

export class Recorder {
  #upload: AbortController | null = null;

  async begin() {
    this.#upload = new AbortController();
    await this.#send([1, 2], this.#upload.signal);
  }

  async finish() {
    await this.#send([3], this.#upload?.signal);
    this.#upload = null;
  }

  cancel() {
    this.#upload?.abort();
    this.#upload = null;
  }

  async retry() {
    this.#upload = new AbortController();
    await this.#sendAll(this.#upload.signal);
  }

  async #sendAll(signal?: AbortSignal) {
    await this.#send([4], signal);
  }

  async #send(parts: number[], signal?: AbortSignal) {
    const own = new AbortController();
    signal?.addEventListener("abort", () => own.abort(), { once: true }); // ok: a controller for each recording
    for (const part of parts) await send(part, own.signal);
  }
}

export class Client {
  async get(options: Options) {
    await this.#run(options);
  }

  async put(options: Options) {
    await this.#run({ ...options, retries: 0 });
  }

  async #run({ signal }: Options) {
    const own = new AbortController();
    signal?.addEventListener("abort", () => own.abort(), { once: true }); // want discarded: "stays on `signal`"
    await send(1, own.signal);
  }
}

export class Sender {
  async all(signal: AbortSignal) {
    const own = new AbortController();
    await this.#one(own.signal);
    await this.#one(signal);
  }

  async #one(signal: AbortSignal) {
    const own = new AbortController();
    signal.addEventListener("abort", () => own.abort(), { once: true }); // want discarded: "stays on `signal`"
    await send(1, own.signal);
  }
}
