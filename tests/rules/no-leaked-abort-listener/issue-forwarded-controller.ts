declare function send(url: string, init: RequestInit): Promise<string>;
declare function makeStop(controller: AbortController): () => void;

function abortOf(controller: AbortController) {
  return () => controller.abort();
}

export async function isBound(url: string, own: AbortController, { signal, ...init }: RequestInit) {
  const abort = own.abort.bind(own);
  signal?.addEventListener("abort", abort, { once: true }); // want never-released: "`abort` stays on `signal`"
  const timer = setTimeout(abort, 100);
  try {
    return await send(url, { ...init, signal: own.signal });
  } finally {
    clearTimeout(timer);
  }
}

export class Client {
  async request(url: string, own: AbortController, { signal, ...init }: RequestInit) {
    const abort = this.#makeAbort(own);
    signal?.addEventListener("abort", abort, { once: true }); // want never-released: "`abort` stays on `signal`"
    const timer = setTimeout(abort, 100);
    try {
      return await send(url, { ...init, signal: own.signal });
    } finally {
      clearTimeout(timer);
    }
  }

  async requestOnce(url: string, own: AbortController, { signal, ...init }: RequestInit) {
    const abort = this.#makeAbort(own);
    signal?.addEventListener("abort", abort, { once: true }); // ok: removed on every path
    try {
      return await send(url, { ...init, signal: own.signal });
    } finally {
      signal?.removeEventListener("abort", abort);
    }
  }

  #makeAbort(controller: AbortController) {
    return () => controller.abort();
  }
}

export async function isMade(url: string, { signal }: RequestInit) {
  const own = new AbortController();
  signal?.addEventListener("abort", abortOf(own)); // want discarded: "stays on `signal`"
  return await send(url, { signal: own.signal });
}

export async function isMadeElsewhere(url: string, { signal }: RequestInit) {
  const own = new AbortController();
  signal?.addEventListener("abort", makeStop(own)); // ok: what it gives is not known
  return await send(url, { signal: own.signal });
}
