// What a function returns is waited for if it is a promise, also where nothing else in it shows that.
declare function createServer(): { closed: Promise<void>; close(): void; ready: boolean };
declare function open(signal: AbortSignal): { promise: Promise<string>; cancel(): void };
declare function load(signal: AbortSignal): PromiseLike<string>;
declare class Loader {
  load(signal: AbortSignal): Promise<string>;
}
type Dispatch = (action: string) => { promise: Promise<string>; id: number };

export async function signIn(signal: AbortSignal, dispatch: Dispatch) {
  const attempt = dispatch("start");
  signal.addEventListener("abort", () => { // want discarded: "when the work is done"
    dispatch("cancel");
  });
  return attempt.promise;
}

export function optIn(signal: AbortSignal | undefined, dispatch: Dispatch, isDone: boolean) {
  if (isDone) return Promise.resolve("");
  const attempt = dispatch("start");
  signal?.addEventListener("abort", () => { // want discarded: "when the work is done"
    dispatch("cancel");
  });
  return attempt.promise;
}

export class Cached extends Loader {
  read(signal: AbortSignal): Promise<string> {
    const own = new AbortController();
    signal.addEventListener("abort", () => own.abort()); // want discarded: "when the work is done"
    return this.load(own.signal);
  }

  async readLater(signal: AbortSignal) {
    const own = new AbortController();
    signal.addEventListener("abort", () => own.abort()); // ok: what it returns may be anything
    return super.load(own.signal);
  }
}

export function assigned(signal: AbortSignal, run: (signal: AbortSignal) => Promise<string>) {
  const own = new AbortController();
  signal.addEventListener("abort", () => own.abort(), { once: true }); // want discarded: "when the work is done"
  const promise = (async () => await run(own.signal))();
  return Object.assign(promise, { abort: () => own.abort() });
}

export async function deferred(signal: AbortSignal, run: (signal: AbortSignal, done: () => void) => void) {
  const own = new AbortController();
  const { promise, resolve } = Promise.withResolvers<void>();
  signal.addEventListener("abort", () => own.abort()); // want discarded: "when the work is done"
  run(own.signal, resolve);
  return promise;
}

export async function serve(signal: AbortSignal) {
  const server = createServer();
  signal.addEventListener("abort", () => server.close()); // ok: it lasts until the abort closes it
  return server.closed;
}

export async function attempt(signal: AbortSignal) {
  const own = open(signal);
  signal.addEventListener("abort", () => own.cancel()); // ok: what the listener cancels is what is returned
  return own.promise;
}

export async function handle(signal: AbortSignal, dispatch: Dispatch) {
  const started = dispatch("start");
  signal.addEventListener("abort", () => dispatch("stop")); // ok: it has set something up
  return started.id;
}

export async function later(signal: AbortSignal) {
  const own = new AbortController();
  await load(own.signal);
  signal.addEventListener("abort", () => own.abort()); // ok: nothing is waited for behind it
  return createServer();
}
