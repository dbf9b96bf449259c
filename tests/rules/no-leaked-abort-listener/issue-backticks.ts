import { once } from "node:events";
declare function work(signal?: AbortSignal): Promise<string>;
declare function spawn(): { on(event: string, listener: () => void): void; kill(): void };

export async function request(signal: AbortSignal) {
  const own = new AbortController();
  signal.addEventListener(`abort`, () => own.abort()); // want discarded: "stays on `signal`"
  return await work(own.signal);
}

export async function removed(signal: AbortSignal) {
  const own = new AbortController();
  const abort = () => own.abort();
  signal.addEventListener(`abort`, abort); // ok: removed on every path
  try {
    return await work(own.signal);
  } finally {
    signal.removeEventListener(`abort`, abort);
  }
}

export function spawned(signal: AbortSignal) {
  return new Promise<void>((resolve) => {
    const child = spawn();
    child.on(`close`, () => resolve());
    signal.addEventListener(`abort`, () => child.kill()); // want settled: "when `resolve` on line 25 settles"
  });
}

export async function raced(signal: AbortSignal) {
  await Promise.race([work(), once(signal, `abort`)]); // want raced-once: "another wins the race"
}

export async function ofAKind(signal: AbortSignal, kind: string) {
  const own = new AbortController();
  signal.addEventListener(`${kind}`, () => own.abort()); // ok: any event
  return await work(own.signal);
}

export class Closes {
  readonly #stop = () => this.flush();
  constructor(readonly signal: AbortSignal) {
    signal.addEventListener(`abort`, () => this.flush()); // ok: the class removes some
  }
  flush() {
    void work();
  }
  close() {
    this.signal.removeEventListener(`abort`, this.#stop);
  }
}
