// What a function hands out ends what the listener ends: the listener forgets that it is over.
interface Feed { on(listener: () => void): void; off(): void; refresh(): Promise<void> }
declare function run(signal: AbortSignal): void;

export async function live(feed: Feed, signal?: AbortSignal) {
  let isDead = false;
  const unsubscribe = async () => { isDead = true; feed.off(); };
  signal?.addEventListener("abort", () => void unsubscribe(), { once: true }); // want unreached: "`unsubscribe()` has run"
  await feed.refresh();
  return { unsubscribe, isDead: () => isDead };
}

export function started(signal: AbortSignal) {
  const own = new AbortController();
  signal.addEventListener("abort", () => own.abort()); // want unreached: "the function that is returned has run"
  run(own.signal);
  return () => own.abort();
}

export function inAnObject(signal: AbortSignal) {
  const own = new AbortController();
  signal.addEventListener("abort", () => own.abort()); // want unreached: "`[Symbol.dispose]()` has run"
  run(own.signal);
  const handle = { [Symbol.dispose]() { own.abort(); } };
  return handle;
}

export function afterwards(feed: Feed, options: { signal?: AbortSignal }) {
  const close = () => feed.off();
  const shutdown = () => { feed.refresh(); close(); };
  options.signal?.addEventListener("abort", () => close()); // want unreached: "`close()` has run"
  return { shutdown, close };
}

export function shared(feed: Feed, signal: AbortSignal) {
  const stop = () => feed.off();
  signal.addEventListener("abort", () => stop()); // want unreached: "`dispose()` has run"
  return { dispose() { stop(); } };
}

export function theListener(feed: Feed, signal: AbortSignal) {
  const stop = () => feed.off();
  signal.addEventListener("abort", stop); // ok: who gets it may remove it
  return stop;
}

export function noEnd(signal: AbortSignal) {
  const own = new AbortController();
  signal.addEventListener("abort", () => own.abort()); // ok: to send something is no end
  return { send() { if (!navigator.onLine) own.abort(); run(own.signal); } };
}

export function removed(signal: AbortSignal) {
  const own = new AbortController();
  const abort = () => own.abort();
  signal.addEventListener("abort", abort); // ok: the function that is returned removes it
  return () => { signal.removeEventListener("abort", abort); own.abort(); };
}

export function withOwnSignal(signal: AbortSignal) {
  const own = new AbortController();
  signal.addEventListener("abort", () => own.abort(), { signal: own.signal }); // ok: its own signal takes it away
  return () => own.abort();
}

export function debounced(feed: Feed, signal: AbortSignal) {
  const call = () => feed.on(() => {});
  call.clear = () => feed.off();
  signal.addEventListener("abort", () => call.clear()); // ok: it is there as long as the function
  return call;
}
