declare function begin(done: () => void): void;
declare function run(signal: AbortSignal): Promise<void>;
declare function manage(signal: AbortSignal): void;

/** Removed "when at least one is aborted": where none is, nobody removes it. */
export function merged(signals: AbortSignal[]) {
  const all = new AbortController();
  for (const signal of signals) {
    if (signal.aborted) {
      all.abort(signal.reason);
      break;
    }
    signal.addEventListener("abort", () => all.abort(signal.reason), { signal: all.signal }); // want merged: "stays on `signal`"
  }
  return all.signal;
}

export function mergedByCallbacks(...signals: AbortSignal[]) {
  const all = new AbortController();
  signals.forEach((signal) => {
    if (signal.aborted) all.abort(signal.reason);
    signal.addEventListener("abort", () => all.abort(), { once: true, signal: all.signal }); // want merged: "stays on `signal`"
  });
  return all.signal;
}

export async function forOneCall(caller: AbortSignal) {
  const own = new AbortController();
  const forward = () => own.abort(caller.reason);
  if (caller.aborted) forward();
  caller.addEventListener("abort", forward, { signal: own.signal }); // want never-released: "`forward` stays on `caller`"
  await run(own.signal);
}

export function untilDone(caller: AbortSignal) {
  return new Promise<void>((resolve, reject) => {
    const own = new AbortController();
    const stop = () => {
      own.abort();
      reject(caller.reason);
    };
    caller.addEventListener("abort", stop, { signal: own.signal }); // want settled: "`stop` stays on `caller`"
    begin(resolve);
  });
}

/** As generated clients merge: asked again behind the listener, for an abort that came between. */
export function askedAgain(...args: AbortSignal[] | [AbortSignal[]]): AbortSignal {
  const signals = (args.length === 1 && Array.isArray(args[0]) ? args[0] : args) as AbortSignal[];
  const all = new AbortController();
  for (const signal of signals) {
    if (signal.aborted) {
      all.abort((signal as any)?.reason);
      return all.signal;
    }
    signal.addEventListener("abort", () => all.abort((signal as any)?.reason), { signal: all.signal }); // want merged: "stays on `signal`"
    if (signal.aborted) {
      all.abort((signal as any)?.reason);
      return all.signal;
    }
  }
  return all.signal;
}

export async function askedOnceMore(caller: AbortSignal) {
  const own = new AbortController();
  caller.addEventListener("abort", () => own.abort(), { signal: own.signal }); // want discarded: "stays on `caller`"
  if (caller.aborted) own.abort();
  await run(own.signal);
}

export async function askedForSomethingElse(caller: AbortSignal, state: { done: boolean }) {
  const own = new AbortController();
  caller.addEventListener("abort", () => own.abort(), { signal: own.signal }); // want branch: "when the condition on line 75 is false"
  if (state.done) own.abort();
  await run(own.signal);
}

export function withEnd(signals: AbortSignal[]) {
  const all = new AbortController();
  const end = () => all.abort();
  for (const signal of signals) signal.addEventListener("abort", end, { signal: all.signal }); // ok: the caller may end it
  return { signal: all.signal, end };
}

export function withAnotherEnd(signals: AbortSignal[]) {
  const all = new AbortController();
  const end = () => all.abort();
  for (const signal of signals) signal.addEventListener("abort", () => all.abort(), { signal: all.signal }); // ok: as above
  return { signal: all.signal, end };
}

export function wholeController(signals: AbortSignal[]) {
  const all = new AbortController();
  for (const signal of signals) signal.addEventListener("abort", () => all.abort(), { signal: all.signal }); // ok: the caller can abort it
  return all;
}

export async function calledAtTheEnd(caller: AbortSignal) {
  const own = new AbortController();
  const stop = () => own.abort();
  caller.addEventListener("abort", stop, { signal: own.signal }); // ok: called at the end
  try {
    await run(own.signal);
  } finally {
    stop();
  }
}

export function endsWithAnother(caller: AbortSignal, work: AbortSignal) {
  const own = new AbortController();
  work.addEventListener("abort", () => own.abort(), { once: true }); // ok: a miss, see below
  caller.addEventListener("abort", () => own.abort(), { signal: own.signal }); // ok: the end of the work ends it
  manage(own.signal);
}

export function byTimer(caller: AbortSignal) {
  const own = new AbortController();
  const timer = setTimeout(() => own.abort(), 100);
  timer.unref();
  caller.addEventListener("abort", () => own.abort(), { signal: own.signal }); // ok: the timer ends it
  return own.signal;
}

export async function ofAnother(caller: AbortSignal, own: AbortController) {
  caller.addEventListener("abort", () => own.abort(), { signal: own.signal }); // ok: whoever has made it can abort it
  await run(own.signal);
}

/** What aborts it is a function that nothing but the listeners call. */
export function whenAllAre(signals: AbortSignal[]) {
  const all = new AbortController();
  const abortIfAll = () => {
    if (signals.every((signal) => signal.aborted)) all.abort();
  };
  for (const signal of signals)
    signal.addEventListener("abort", () => abortIfAll(), { once: true, signal: all.signal }); // want discarded: "stays on `signal`"
  return all.signal;
}

export function askedBeforeToo(signals: AbortSignal[]) {
  const all = new AbortController();
  function abort() {
    all.abort();
  }
  if (signals.some((signal) => signal.aborted)) abort();
  for (const signal of signals) signal.addEventListener("abort", () => abort(), { signal: all.signal }); // want discarded: "stays on `signal`"
  return all.signal;
}

export async function calledWhenDone(caller: AbortSignal) {
  const own = new AbortController();
  const stop = () => own.abort();
  caller.addEventListener("abort", () => stop(), { signal: own.signal }); // ok: called at the end, too
  try {
    await run(own.signal);
  } finally {
    stop();
  }
}

export async function givenToAnother(caller: AbortSignal) {
  const own = new AbortController();
  const stop = () => own.abort();
  caller.addEventListener("abort", () => stop(), { signal: own.signal }); // ok: the other calls it when it has begun
  begin(stop);
  await run(own.signal);
}

export async function inItsEnd(caller: AbortSignal) {
  const own = new AbortController();
  caller.addEventListener("abort", () => own.abort(), { signal: own.signal }); // ok: aborted at the end
  try {
    await run(own.signal);
  } finally {
    own.abort();
  }
}
