// A helper of the file that listens for its callers, and gives what removes the listener.
const nothing = () => {};

function onAbort(signal: AbortSignal, listener: () => void): () => void {
  if (signal.aborted) {
    listener();
    return nothing;
  }
  signal.addEventListener("abort", listener, { once: true }); // ok: it is the caller's to remove
  return () => signal.removeEventListener("abort", listener);
}

function tell(signal: AbortSignal, listener: () => void): void {
  signal.addEventListener("abort", () => listener()); // ok: so it is here
}

export async function drops(url: string, signal: AbortSignal) {
  const own = new AbortController();
  onAbort(signal, () => own.abort()); // want bound: "stays on `signal`, which `onAbort` adds it to"
  return await (await fetch(url, { signal: own.signal })).text();
}

export function dropsInPromise(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, ms);
    tell(signal, () => { // want bound: "stays on `signal`, which `tell` adds it to"
      clearTimeout(timer);
      reject(new Error("aborted"));
    });
  });
}

export async function removes(url: string, signal: AbortSignal) {
  const own = new AbortController();
  const stop = onAbort(signal, () => own.abort()); // ok: it is removed
  try {
    return await (await fetch(url, { signal: own.signal })).text();
  } finally {
    stop();
  }
}

export async function removesByHand(url: string, signal: AbortSignal) {
  const own = new AbortController();
  const abort = () => own.abort();
  onAbort(signal, abort); // ok: so it is
  try {
    return await (await fetch(url, { signal: own.signal })).text();
  } finally {
    signal.removeEventListener("abort", abort);
  }
}

export const untilAbort = (signal: AbortSignal) => new Promise<void>((resolve) => onAbort(signal, resolve)); // ok: it is over then

export function serves(server: { close(): void }, signal: AbortSignal) {
  onAbort(signal, () => server.close()); // ok: the server goes on
}

export class Client {
  static #ended = new AbortController();
  readonly #removers: (() => void)[] = [];

  static heard(signal: AbortSignal, listener: () => void): void {
    signal.addEventListener("abort", listener); // ok: it is the caller's to remove
  }

  #onAbort(signal: AbortSignal, listener: () => void): () => void {
    const remove = (): void => signal.removeEventListener("abort", listener);
    signal.addEventListener("abort", listener); // ok: so it is here
    return remove;
  }

  #kept(signal: AbortSignal, listener: () => void): void {
    signal.addEventListener("abort", listener); // ok: the object has what removes it
    this.#removers.push(() => signal.removeEventListener("abort", listener));
  }

  #limited(signal: AbortSignal, listener: () => void): () => void {
    const remove = (): void => signal.removeEventListener("abort", listener);
    signal.addEventListener("abort", listener); // ok: the time ends it
    setTimeout(remove, 1000);
    return remove;
  }

  #endedByAnother(signal: AbortSignal, listener: () => void): void {
    signal.addEventListener("abort", listener, { signal: Client.#ended.signal }); // ok: another signal ends it
  }

  async drops(url: string, signal: AbortSignal) {
    const own = new AbortController();
    this.#onAbort(signal, () => own.abort()); // want bound: "stays on `signal`, which `#onAbort` adds it to"
    return await (await fetch(url, { signal: own.signal })).text();
  }

  async dropsOfClass(url: string, signal: AbortSignal) {
    const own = new AbortController();
    void Client.heard(signal, () => own.abort()); // want bound: "stays on `signal`, which `heard` adds it to"
    return await (await fetch(url, { signal: own.signal })).text();
  }

  async removes(url: string, signal: AbortSignal) {
    const own = new AbortController();
    const stop = this.#onAbort(signal, () => own.abort()); // ok: it is removed
    try {
      return await (await fetch(url, { signal: own.signal })).text();
    } finally {
      stop();
    }
  }

  async leaves(url: string, signal: AbortSignal) {
    const own = new AbortController();
    this.#kept(signal, () => own.abort()); // ok: it is kept
    this.#limited(signal, () => own.abort()); // ok: it is for a time
    this.#endedByAnother(signal, () => own.abort()); // ok: another signal ends it
    return await (await fetch(url, { signal: own.signal })).text();
  }

  end() {
    for (const remove of this.#removers) remove();
  }
}

const removers: (() => void)[] = [];

function kept(signal: AbortSignal, listener: () => void): void {
  signal.addEventListener("abort", listener); // ok: the file has what removes it
  removers.push(() => signal.removeEventListener("abort", listener));
}

export async function leaves(url: string, signal: AbortSignal) {
  const own = new AbortController();
  kept(signal, () => own.abort()); // ok: it is kept
  return await (await fetch(url, { signal: own.signal })).text();
}
