import { addAbortListener } from "node:events";

declare function run(signal: AbortSignal): Promise<string>;

export async function assigned(signal: AbortSignal | undefined) {
  const own = new AbortController();
  const onAbort = () => own.abort();
  let attached = false;
  try {
    signal?.addEventListener("abort", onAbort); // ok: where it listens, `attached` is true
    attached = signal !== undefined;
    return await run(own.signal);
  } finally {
    if (attached) signal?.removeEventListener("abort", onAbort);
  }
}

export async function theOpposite(signal?: AbortSignal) {
  const own = new AbortController();
  const onAbort = () => own.abort();
  let detached = true;
  try {
    signal?.addEventListener("abort", onAbort); // ok: where it listens, `detached` is false
    detached = signal === undefined;
    return await run(own.signal);
  } finally {
    if (!detached) signal?.removeEventListener("abort", onAbort);
  }
}

export async function constant(options: { signal?: AbortSignal }) {
  const own = new AbortController();
  const onAbort = () => own.abort();
  options.signal?.addEventListener("abort", onAbort); // ok: as above
  const attached = !!options.signal;
  try {
    return await run(own.signal);
  } finally {
    if (attached) options.signal?.removeEventListener("abort", onAbort);
  }
}

export async function byTwoTests(signal: AbortSignal | undefined) {
  const own = new AbortController();
  const onAbort = () => own.abort();
  const listening = signal !== undefined && !signal.aborted;
  if (signal !== undefined && !signal.aborted) signal.addEventListener("abort", onAbort); // ok: the same by a name
  try {
    return await run(own.signal);
  } finally {
    if (listening) signal.removeEventListener("abort", onAbort);
  }
}

export async function inAnObject(signal: AbortSignal | undefined) {
  const own = new AbortController();
  const onAbort = () => own.abort();
  const state = { attached: false };
  try {
    signal?.addEventListener("abort", onAbort); // ok: `state.attached` is set, and nobody else has `state`
    state.attached = true;
    return await run(own.signal);
  } finally {
    if (state.attached) signal?.removeEventListener("abort", onAbort);
  }
}

export async function disposed(signal: AbortSignal | undefined) {
  const own = new AbortController();
  let listener: Disposable | undefined;
  if (signal) listener = addAbortListener(signal, () => own.abort()); // ok: where it listens, `has` is true
  const has = listener !== undefined;
  try {
    return await run(own.signal);
  } finally {
    if (has) listener![Symbol.dispose]();
  }
}

export async function onlyWhenAborted(signal: AbortSignal) {
  const own = new AbortController();
  const onAbort = () => own.abort();
  signal.addEventListener("abort", onAbort); // want branch: "when the condition on line 88 is false"
  const attached = signal.aborted;
  try {
    return await run(own.signal);
  } finally {
    if (attached) signal.removeEventListener("abort", onAbort);
  }
}

export async function setBack(signal: AbortSignal | undefined) {
  const own = new AbortController();
  const onAbort = () => own.abort();
  let attached = false;
  try {
    signal?.addEventListener("abort", onAbort); // want branch: "when the condition on line 101 is false"
    attached = signal === undefined;
    return await run(own.signal);
  } finally {
    if (attached) signal?.removeEventListener("abort", onAbort);
  }
}
