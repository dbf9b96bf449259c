declare function work(signal?: AbortSignal): Promise<string>;
declare function createServer(): { listen(port: number): Promise<void>; close(): void };
declare function watch(run: () => void): () => void;
declare function readFrom(signal: AbortSignal): Promise<void>;

export function installs(signal: AbortSignal, server: { close(): void }) {
  signal.addEventListener("abort", () => server.close(), { once: true }); // ok: installed for good
}

export async function starts(signal: AbortSignal) {
  const server = createServer();
  signal.addEventListener("abort", () => server.close()); // ok: the server goes on
  await server.listen(80);
}

export async function hands(signal: AbortSignal) {
  const server = createServer();
  signal.addEventListener("abort", () => server.close()); // ok: the caller has the server
  await work();
  return server;
}

export async function watches(signal: AbortSignal) {
  const stop = watch(() => {});
  signal.addEventListener("abort", () => stop()); // ok: nothing else stops it
  await work();
}

export async function last(signal: AbortSignal) {
  await work();
  const own = new AbortController();
  signal.addEventListener("abort", () => own.abort()); // ok: the function waits for nothing behind it
  void work(own.signal);
}

export async function untilTheAbort(signal: AbortSignal) {
  const own = new AbortController();
  signal.addEventListener("abort", () => own.abort()); // ok: it goes on until the abort
  while (!signal.aborted) await work(own.signal);
}

export async function untilTheBreak(signal: AbortSignal) {
  const own = new AbortController();
  signal.addEventListener("abort", () => own.abort()); // ok: only the abort ends it
  for (;;) {
    await work(own.signal);
    if (signal.aborted) break;
  }
}

export async function readsToTheEnd(signal: AbortSignal, reader: { read(): Promise<{ done: boolean }> }) {
  const own = new AbortController();
  signal.addEventListener("abort", () => own.abort()); // want discarded: "when the work is done"
  for (;;) {
    if (signal.aborted) break;
    const { done } = await reader.read();
    if (done) break;
  }
  await work(own.signal);
}

export class Connection {
  #controller = new AbortController();
  async open(signal: AbortSignal) {
    signal.addEventListener("abort", () => this.#controller.abort()); // ok: the object goes on
    await work(this.#controller.signal);
  }
}

export async function stored(signal: AbortSignal, sessions: Map<string, AbortController>) {
  const own = new AbortController();
  sessions.set("one", own);
  signal.addEventListener("abort", () => own.abort()); // ok: somebody else has the controller
  await readFrom(own.signal);
}
