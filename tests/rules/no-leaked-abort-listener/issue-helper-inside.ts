declare function work(signal: AbortSignal): Promise<string>;
declare function keep(link: unknown): void;

/** What listens is a function of its own, which is only called where the signals are merged. */
export function combine(a: AbortSignal, b: AbortSignal): AbortSignal {
  const own = new AbortController();
  const linkTo = (source: AbortSignal): void => {
    if (source.aborted) own.abort(source.reason);
    else source.addEventListener("abort", () => own.abort(source.reason), { once: true }); // want discarded: "`source`"
  };
  linkTo(a);
  linkTo(b);
  return own.signal;
}

export function combineAll(signals: AbortSignal[]) {
  const own = new AbortController();
  function link(signal: AbortSignal) {
    signal.addEventListener("abort", () => own.abort()); // want discarded: "stays on `signal`"
  }
  signals.forEach((signal) => link(signal));
  return own;
}

export async function request(signal: AbortSignal) {
  const own = new AbortController();
  const link = () => signal.addEventListener("abort", () => own.abort()); // want discarded: "stays on `signal`"
  link();
  return await work(own.signal);
}

function chainSignal(target: AbortController, signal: AbortSignal) {
  signal.addEventListener("abort", () => target.abort(signal.reason)); // want discarded: "stays on `signal`"
}

export async function chained(signal: AbortSignal) {
  const own = new AbortController();
  chainSignal(own, signal);
  return await work(own.signal);
}

function chainOwn(target: AbortController, signal: AbortSignal) {
  signal.addEventListener("abort", () => target.abort(signal.reason)); // ok: both are made for the call
}

export async function ownChain() {
  const own = new AbortController();
  const other = new AbortController();
  chainOwn(own, other.signal);
  return await work(own.signal);
}

export function chainElsewhere(target: AbortController, signal: AbortSignal) {
  signal.addEventListener("abort", () => target.abort(signal.reason)); // ok: nobody knows how long the target lives
}

export async function behind(signal: AbortSignal) {
  const own = new AbortController();
  const link = () => signal.addEventListener("abort", () => own.abort()); // ok: no work is waited for behind it
  await work(signal);
  link();
}

export function handsOut(signal: AbortSignal) {
  const own = new AbortController();
  const link = (source: AbortSignal) => source.addEventListener("abort", () => own.abort()); // ok: others may call it
  link(signal);
  return { signal: own.signal, link };
}

export function keeps(signal: AbortSignal) {
  const own = new AbortController();
  const link = (source: AbortSignal) => source.addEventListener("abort", () => own.abort()); // ok: others may call it
  keep(link);
  link(signal);
  return own.signal;
}

export function later(signal: AbortSignal) {
  const own = new AbortController();
  const link = (source: AbortSignal) => source.addEventListener("abort", () => own.abort()); // ok: it may never be called
  return { start: () => link(signal), signal: own.signal };
}

export function removesThem(a: AbortSignal, b: AbortSignal) {
  const own = new AbortController();
  const removers: (() => void)[] = [];
  const link = (source: AbortSignal) => {
    const abort = () => own.abort();
    source.addEventListener("abort", abort); // ok: the caller has the removers
    removers.push(() => source.removeEventListener("abort", abort));
  };
  link(a);
  link(b);
  return { signal: own.signal, done: () => removers.forEach((remove) => remove()) };
}

/** The list is written there, and only its elements say that they are signals. */
export function ofTwo(a: AbortSignal, b: AbortSignal): AbortSignal {
  const own = new AbortController();
  for (const source of [a, b]) source.addEventListener("abort", () => own.abort()); // want merged: "stays on `source`"
  return own.signal;
}

export function ofEach(a: AbortSignal, b: AbortSignal): AbortSignal {
  const own = new AbortController();
  [a, b].forEach((source) => source.addEventListener("abort", () => own.abort())); // want merged: "stays on `source`"
  return own.signal;
}

export function ofTwoInputs(a: EventTarget, b: EventTarget) {
  const own = new AbortController();
  for (const source of [a, b]) source.addEventListener("abort", () => own.abort()); // ok: nothing says that these are signals
  return own.signal;
}
