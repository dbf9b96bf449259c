declare function send(url: string, options: { signal: AbortSignal }): Promise<void>;

export class Client {
  constructor(private readonly fetch: typeof globalThis.fetch) {}

  async fetchWithTimeout(url: string, signal: AbortSignal, controller: AbortController) {
    const abort = () => controller.abort();
    signal.addEventListener("abort", abort, { once: true }); // ok: the body is read behind it, and may be aborted
    try {
      return await this.fetch.call(undefined, url, { signal: controller.signal });
    } catch (error) {
      signal.removeEventListener("abort", abort);
      throw error;
    }
  }

  async send(url: string, signal: AbortSignal, controller: AbortController) {
    const abort = () => controller.abort();
    signal.addEventListener("abort", abort, { once: true }); // want early-return: "the return at line 21"
    try {
      return await send(url, { signal: controller.signal });
    } catch (error) {
      signal.removeEventListener("abort", abort);
      throw error;
    }
  }

  async fetchOnce(url: string, signal: AbortSignal, controller: AbortController, isCached: boolean) {
    const abort = () => controller.abort();
    signal.addEventListener("abort", abort, { once: true }); // want branch: "line 31"
    if (isCached) {
      signal.removeEventListener("abort", abort);
      return undefined;
    }
    return await fetch(url, { signal: controller.signal });
  }
}

export class Client {
  declare fetch: (this: undefined, url: string, init: RequestInit) => Promise<Response>;

  /** What it returns is read later, and an abort must end that too. */
  async fetchOnce(url: string, signal: AbortSignal) {
    const own = new AbortController();
    const abort = () => own.abort();
    signal.addEventListener("abort", abort); // want opened: "when what is returned has been read, not before"
    return await this.fetch.call(undefined, url, { signal: own.signal });
  }
}
