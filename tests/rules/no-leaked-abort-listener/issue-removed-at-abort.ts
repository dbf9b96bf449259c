/** Who has the new signal cannot end it: only the abort of one of the old ones takes the listeners from the others. */
export function byTheListener(signals: AbortSignal[]): AbortSignal {
  const own = new AbortController();
  function onAbort() {
    own.abort();
    for (const each of signals) each.removeEventListener("abort", onAbort);
  }
  for (const each of signals) {
    if (each.aborted) {
      onAbort();
      break;
    }
    each.addEventListener("abort", onAbort); // want merged: "`onAbort` stays on `each`"
  }
  return own.signal;
}

export function byACleanup(...signals: AbortSignal[]): AbortSignal {
  const own = new AbortController();
  const cleanup = () => signals.forEach((each) => each.removeEventListener("abort", onAbort));
  const onAbort = () => {
    own.abort();
    cleanup();
  };
  signals.forEach((each) => each.addEventListener("abort", onAbort)); // want merged: "`onAbort` stays on `each`"
  return own.signal;
}

export function byAList(...signals: AbortSignal[]): AbortSignal {
  const own = new AbortController();
  const removers: (() => void)[] = [];
  const abortBy = (signal: AbortSignal) => {
    for (const remove of removers) remove();
    own.abort(signal.reason);
  };
  for (const signal of signals) {
    if (signal.aborted) {
      abortBy(signal);
      break;
    }
    const onAbort = () => abortBy(signal);
    signal.addEventListener("abort", onAbort, { once: true }); // want never-released: "`onAbort` stays on `signal`"
    removers.push(() => signal.removeEventListener("abort", onAbort));
  }
  return own.signal;
}

export function byItsOwnEnd(...signals: AbortSignal[]) {
  const own = new AbortController();
  const onAbort = () => own.abort();
  for (const signal of signals) signal.addEventListener("abort", onAbort); // want merged: "`onAbort` stays on `signal`"
  own.signal.addEventListener("abort", () => {
    for (const signal of signals) signal.removeEventListener("abort", onAbort);
  });
  return own.signal;
}

export function withItsController(...signals: AbortSignal[]) {
  const own = new AbortController();
  const onAbort = () => own.abort();
  for (const signal of signals) signal.addEventListener("abort", onAbort); // ok: whoever has the controller can end it
  own.signal.addEventListener("abort", () => {
    for (const signal of signals) signal.removeEventListener("abort", onAbort);
  });
  return own;
}

export function withRemovers(...signals: AbortSignal[]) {
  const own = new AbortController();
  const removers: (() => void)[] = [];
  for (const signal of signals) {
    const onAbort = () => own.abort();
    signal.addEventListener("abort", onAbort); // ok: the caller has the removers
    removers.push(() => signal.removeEventListener("abort", onAbort));
  }
  return { signal: own.signal, removers };
}

export function withCleanup(...signals: AbortSignal[]) {
  const own = new AbortController();
  const cleanup = () => signals.forEach((each) => each.removeEventListener("abort", onAbort));
  const onAbort = () => {
    own.abort();
    cleanup();
  };
  signals.forEach((each) => each.addEventListener("abort", onAbort)); // ok: the caller has the cleanup
  return { signal: own.signal, cleanup };
}

export function afterAWhile(ms: number, ...signals: AbortSignal[]) {
  const own = new AbortController();
  const cleanup = () => signals.forEach((each) => each.removeEventListener("abort", onAbort));
  const onAbort = () => {
    own.abort();
    cleanup();
  };
  setTimeout(cleanup, ms);
  signals.forEach((each) => each.addEventListener("abort", onAbort)); // ok: the timer removes them
  return own.signal;
}

export function inHandlers(inputs: EventTarget[]) {
  const own = new AbortController();
  inputs.forEach((each) => each.addEventListener("abort", () => own.abort())); // ok: nothing says that these are signals
  return own.signal;
}

/** A timer that nothing clears aborts the new signal in the end. */
export function withTimeout(ms: number, signal: AbortSignal) {
  const own = new AbortController();
  const onAbort = () => own.abort();
  signal.addEventListener("abort", onAbort); // ok: the timer ends the new signal, and that removes it
  own.signal.addEventListener("abort", () => signal.removeEventListener("abort", onAbort));
  setTimeout(() => own.abort(), ms);
  return own.signal;
}

export function withClearedTimeout(ms: number, init: { signal?: AbortSignal }) {
  const { signal } = init;
  const own = new AbortController();
  let unlisten: (() => void) | null = null;
  if (signal) {
    const onAbort = () => own.abort(signal.reason);
    signal.addEventListener("abort", onAbort, { once: true }); // want never-released: "`onAbort` stays on `signal`"
    unlisten = () => signal.removeEventListener("abort", onAbort);
    own.signal.addEventListener("abort", unlisten, { once: true });
  }
  init.signal = own.signal;
  const timer = setTimeout(() => own.abort(), ms);
  return () => {
    clearTimeout(timer);
    if (unlisten !== null) own.signal.removeEventListener("abort", unlisten);
  };
}

export function withCalledEnd(ms: number, init: { signal?: AbortSignal }) {
  const { signal } = init;
  const own = new AbortController();
  let unlisten: (() => void) | null = null;
  if (signal) {
    const onAbort = () => own.abort(signal.reason);
    signal.addEventListener("abort", onAbort, { once: true }); // ok: the caller has what removes it
    unlisten = () => signal.removeEventListener("abort", onAbort);
    own.signal.addEventListener("abort", unlisten, { once: true });
  }
  init.signal = own.signal;
  const timer = setTimeout(() => own.abort(), ms);
  return () => {
    clearTimeout(timer);
    unlisten?.();
  };
}

export function byEntries(signals: AbortSignal[]): AbortSignal {
  const own = new AbortController();
  const listeners = signals.map((signal) => {
    const onAbort = () => {
      own.abort(signal.reason);
      cleanup();
    };
    signal.addEventListener("abort", onAbort); // want merged: "`onAbort` stays on `signal`"
    return { signal, onAbort };
  });
  const cleanup = () => {
    listeners.forEach(({ signal, onAbort }) => signal.removeEventListener("abort", onAbort));
  };
  own.signal.addEventListener("abort", cleanup);
  return own.signal;
}

export function byPushedEntries(signals: AbortSignal[]): AbortSignal {
  const own = new AbortController();
  const listeners: { signal: AbortSignal; listener: () => void }[] = [];
  const remove = () => {
    for (const each of listeners) each.signal.removeEventListener("abort", each.listener);
  };
  for (const signal of signals) {
    const onAbort = () => {
      remove();
      own.abort(signal.reason);
    };
    listeners.push({ signal, listener: onAbort });
    signal.addEventListener("abort", onAbort); // want merged: "`onAbort` stays on `signal`"
  }
  return own.signal;
}

export function withEntries(signals: AbortSignal[]) {
  const own = new AbortController();
  const listeners = signals.map((signal) => {
    const onAbort = () => own.abort(signal.reason);
    signal.addEventListener("abort", onAbort); // ok: the caller has the list
    return { signal, onAbort };
  });
  return { signal: own.signal, listeners };
}

export function withCleanupOfEntries(signals: AbortSignal[]) {
  const own = new AbortController();
  const listeners = signals.map((signal) => {
    const onAbort = () => own.abort(signal.reason);
    signal.addEventListener("abort", onAbort); // ok: the caller has the cleanup
    return { signal, onAbort };
  });
  const clear = () => listeners.forEach(({ signal, onAbort }) => signal.removeEventListener("abort", onAbort));
  return { signal: own.signal, clear };
}

export function withTimedEntries(ms: number, signals: AbortSignal[]) {
  const own = new AbortController();
  const listeners = signals.map((signal) => {
    const onAbort = () => own.abort(signal.reason);
    signal.addEventListener("abort", onAbort); // ok: the timer removes them
    return { signal, onAbort };
  });
  setTimeout(() => listeners.forEach((each) => each.signal.removeEventListener("abort", each.onAbort)), ms);
  return own.signal;
}
