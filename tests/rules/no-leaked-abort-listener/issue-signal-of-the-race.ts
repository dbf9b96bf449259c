declare function work(): Promise<void>;

/** Others may call it with a signal that lives on; what counts is what the race gives it. */
export const sleep = (ms: number, { signal }: { signal?: AbortSignal } = {}) =>
  new Promise<void>((resolve) => {
    const onAbort = () => {
      clearTimeout(timer);
      resolve();
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener("abort", onAbort);
      resolve();
    }, ms);
    signal?.addEventListener("abort", onAbort, { once: true }); // ok: no race gives it a signal that lives on
  });

export async function withoutASignal() {
  await Promise.race([work(), sleep(5000)]);
}

export async function withItsOwn() {
  const own = new AbortController();
  try {
    await Promise.race([work(), sleep(5000, { signal: own.signal })]);
  } finally {
    own.abort();
  }
}

export async function withOneComposed(parent?: AbortSignal) {
  const own = new AbortController();
  const signal = parent ? AbortSignal.any([parent, own.signal]) : own.signal;
  try {
    await Promise.race([work(), sleep(5000, { signal })]);
  } finally {
    own.abort();
  }
}

export const rest = (ms: number, signal: AbortSignal) =>
  new Promise<void>((resolve) => {
    const onAbort = () => {
      clearTimeout(timer);
      resolve();
    };
    const timer = setTimeout(() => {
      signal.removeEventListener("abort", onAbort);
      resolve();
    }, ms);
    signal.addEventListener("abort", onAbort, { once: true }); // want raced: "another wins the race on line 59"
  });

const restLong = (signal: AbortSignal) => rest(60_000, signal);

export async function withThatOfTheCaller(parent: AbortSignal) {
  const own = new AbortController();
  await Promise.race([work(), rest(5000, own.signal)]);
  own.abort();
  await Promise.race([work(), restLong(parent)]);
}
