// A list that knows the signal gives each signal one listener, which goes with it; a list of other things does not.
const controllers = new WeakMap<AbortSignal, AbortController>();
const seen = new WeakSet<AbortSignal>();
const waiting = new Map<AbortSignal, Set<string>>();
declare function load(signal: AbortSignal): Promise<string>;

export function ownOf(signal: AbortSignal) {
  if (!controllers.has(signal)) {
    const own = new AbortController();
    signal.addEventListener("abort", () => { own.abort(signal.reason); }); // ok: once for each signal
    controllers.set(signal, own);
  }
  return controllers.get(signal);
}

export function ownOrNew(signal: AbortSignal) {
  const known = controllers.get(signal);
  if (known) return known;
  const made = new AbortController();
  controllers.set(signal, made);
  signal.addEventListener("abort", () => { made.abort(signal.reason); }); // ok: once for each signal
  return made;
}

export async function oncePerSignal(signal: AbortSignal) {
  const own = new AbortController();
  let names = waiting.get(signal);
  if (!names) {
    names = new Set();
    waiting.set(signal, names);
    signal.addEventListener("abort", () => own.abort()); // ok: once for each signal
  }
  names.add(await load(own.signal));
}

export async function oncePerCall(signal: AbortSignal) {
  const own = new AbortController();
  let names = waiting.get(signal);
  if (!names) {
    names = new Set();
    waiting.set(signal, names);
  }
  signal.addEventListener("abort", () => own.abort()); // want discarded: "nothing can remove it"
  names.add(await load(own.signal));
}

export async function keptForOthers(signal: AbortSignal, key: AbortSignal) {
  const own = new AbortController();
  if (!seen.has(key)) {
    signal.addEventListener("abort", () => own.abort()); // want discarded: "nothing can remove it"
    seen.add(key);
  }
  return await load(own.signal);
}

export async function askedForMore(signal: AbortSignal) {
  const own = new AbortController();
  if (seen.has(signal)) {
    seen.add(signal);
    signal.addEventListener("abort", () => own.abort()); // want discarded: "nothing can remove it"
  }
  return await load(own.signal);
}

export async function seenBefore(signal: AbortSignal) {
  const own = new AbortController();
  if (!seen.has(signal)) {
    seen.add(signal);
    signal.addEventListener("abort", () => own.abort()); // ok: once for each signal
  }
  return await load(own.signal);
}
