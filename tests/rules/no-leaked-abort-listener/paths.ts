declare function work(signal?: AbortSignal): Promise<string>;
declare function items(): AsyncIterable<string>;
declare function spawn(): { kill(): void; exited: Promise<number>; read(): Promise<string> };

export async function notWhenItRejects(signal: AbortSignal) {
  const child = spawn();
  const kill = () => child.kill();
  signal.addEventListener("abort", kill, { once: true }); // want exception: "`kill` stays on `signal` when the `await` on line 9 rejects"
  const text = await child.read();
  signal.removeEventListener("abort", kill);
  return text;
}

export async function notOnTheReturn(options: { signal?: AbortSignal }, isDone: boolean) {
  const child = spawn();
  const kill = () => child.kill();
  options.signal?.addEventListener("abort", kill); // want early-return: "on the return at line 19"
  try {
    if (isDone) return;
  } finally {
    child.kill();
  }
  options.signal?.removeEventListener("abort", kill);
}

export async function inFinally(signal?: AbortSignal) {
  const child = spawn();
  const kill = () => child.kill();
  signal?.addEventListener("abort", kill); // ok: removed on every path
  try {
    return await child.read();
  } finally {
    signal?.removeEventListener("abort", kill);
  }
}

export async function tested(options?: { signal?: AbortSignal }) {
  const signal = options?.signal;
  let onAbort: (() => void) | undefined;
  const own = new AbortController();
  if (signal) {
    onAbort = own.abort.bind(own);
    signal.addEventListener("abort", onAbort); // ok: the tests in `finally` cannot fail while it listens
  }
  try {
    return await work(own.signal);
  } finally {
    if (signal && onAbort) signal.removeEventListener("abort", onAbort);
  }
}

export async function byALocalFunction(signal: AbortSignal) {
  const own = new AbortController();
  const forward = () => own.abort();
  const cleanup = () => signal.removeEventListener("abort", forward);
  signal.addEventListener("abort", forward); // ok: cleaned up on both ways
  try {
    return await work(own.signal);
  } finally {
    cleanup();
  }
}

export function chained(signal: AbortSignal) {
  const own = new AbortController();
  const forward = () => own.abort();
  signal.addEventListener("abort", forward); // ok: removed when the promise settles
  return work(own.signal).finally(() => signal.removeEventListener("abort", forward));
}

export async function linked(signal: AbortSignal) {
  const own = new AbortController();
  signal.addEventListener("abort", () => own.abort()); // want discarded: "nothing can remove it"
  return await work(own.signal);
}

export async function linkedByName(request: { signal: AbortSignal }, data: { signal: AbortSignal }) {
  const own = new AbortController();
  const forward = () => own.abort();
  data.signal.addEventListener("abort", forward, { once: true }); // want never-released: "`forward` stays on `data.signal`"
  request.signal.addEventListener("abort", forward, { once: true }); // ok: the signal of one request
  await work(own.signal);
}

export async function bound(signal: AbortSignal) {
  const own = new AbortController();
  signal.addEventListener("abort", own.abort.bind(own)); // want discarded: "nothing can remove it"
  await work(own.signal);
}

export async function* generates(signal: AbortSignal) {
  const child = spawn();
  signal.addEventListener("abort", () => child.kill()); // want discarded: "when the work is done"
  for await (const item of items()) yield item;
  await child.exited.then(() => child.read());
}

export async function perItem(signal: AbortSignal, list: string[]) {
  for (const item of list) {
    const child = spawn();
    signal.addEventListener("abort", () => child.kill(), { once: true }); // want discarded: "stays on `signal`"
    await child.read();
    void item;
  }
}

export async function withItsOwnSignal(signal: AbortSignal) {
  const done = new AbortController();
  const child = spawn();
  signal.addEventListener("abort", () => child.kill(), { signal: done.signal }); // ok: `done` takes it away
  try {
    await child.read();
  } finally {
    done.abort();
  }
}

export async function removesOfMany(signals: AbortSignal[]) {
  const own = new AbortController();
  const forward = () => own.abort();
  for (const signal of signals) signal.addEventListener("abort", forward); // ok: a second loop removes it
  try {
    await work(own.signal);
  } finally {
    for (const signal of signals) signal.removeEventListener("abort", forward);
  }
}

export async function takenApart(options: { signal?: AbortSignal }) {
  let onAbort: (() => void) | undefined;
  try {
    const { signal } = options;
    const own = new AbortController();
    if (signal) {
      onAbort = () => own.abort();
      signal.addEventListener("abort", onAbort); // ok: the same signal by another name
    }
    return await work(own.signal);
  } finally {
    if (onAbort) options.signal?.removeEventListener("abort", onAbort);
  }
}
