declare function subscribe(signal: AbortSignal): Promise<AsyncIterable<string>>;
declare function race(work: readonly Promise<unknown>[]): Promise<void>;
declare function later(work: () => void): void;
declare function manage(controller: AbortController): void;

export async function beginsTooLate(caller: AbortSignal) {
  const own = new AbortController();
  function forward() {
    own.abort();
  }
  caller.addEventListener("abort", forward, { signal: own.signal }); // want exception: "`await` on line 12 rejects"
  const notifications = await subscribe(own.signal);
  try {
    for await (const each of notifications) if (each === "done") return;
  } finally {
    own.abort();
  }
}

export async function atOnce(caller?: AbortSignal) {
  const own = new AbortController();
  caller?.addEventListener("abort", () => own.abort(), { signal: own.signal }); // ok: the whole work is in the try
  try {
    await race([subscribe(own.signal)]);
  } finally {
    own.abort();
  }
}

export async function underACondition(caller: AbortSignal | undefined, work: Promise<void>) {
  const own = new AbortController();
  if (caller) caller.addEventListener("abort", () => own.abort(), { signal: own.signal }); // want exception: "rejects"
  await work;
  own.abort();
}

export async function byOthers(caller: AbortSignal) {
  const own = new AbortController();
  caller.addEventListener("abort", () => own.abort(), { signal: own.signal }); // ok: somebody has the controller
  manage(own);
  await subscribe(own.signal);
  own.abort();
}

export async function inAClosure(caller: AbortSignal) {
  const own = new AbortController();
  caller.addEventListener("abort", () => own.abort(), { signal: own.signal }); // ok: somebody aborts it later
  later(() => own.abort());
  await subscribe(own.signal);
}

export async function neverAborted(caller: AbortSignal) {
  const own = new AbortController();
  caller.addEventListener("abort", () => own.abort(), { signal: own.signal }); // want discarded: "stays on `caller`"
  await subscribe(own.signal);
}

export function setsUp(caller: AbortSignal) {
  const own = new AbortController();
  caller.addEventListener("abort", () => own.abort(), { signal: own.signal }); // ok: nothing ends with the function
  return { close: () => own.abort() };
}

/** The signal, or the options with it, in a constant. */
export async function inOptions(caller: AbortSignal) {
  const own = new AbortController();
  const done = new AbortController();
  const options = { once: true, signal: done.signal };
  caller.addEventListener("abort", () => own.abort(), options); // want exception: "`await` on line 70 rejects"
  const notifications = await subscribe(own.signal);
  done.abort();
  return notifications;
}

export async function takenApart(caller: AbortSignal) {
  const own = new AbortController();
  const done = new AbortController();
  const { signal: ended } = done;
  caller.addEventListener("abort", () => own.abort(), { signal: ended }); // want exception: "`await` on line 80 rejects"
  const notifications = await subscribe(own.signal);
  done.abort();
  return notifications;
}

export async function byName(caller: AbortSignal) {
  const own = new AbortController();
  const done = new AbortController();
  const ended = done.signal;
  caller.addEventListener("abort", () => own.abort(), { signal: ended }); // ok: each way aborts it
  try {
    return await subscribe(own.signal);
  } finally {
    done.abort();
  }
}

export async function inOptionsForAll(caller: AbortSignal, element: EventTarget) {
  const own = new AbortController();
  const { signal } = own;
  const options = { signal };
  caller.addEventListener("abort", () => own.abort(), options); // ok: each way aborts it
  element.addEventListener("click", () => own.abort(), options);
  try {
    return await subscribe(signal);
  } finally {
    own.abort();
  }
}

export async function takenApartByOthers(caller: AbortSignal) {
  const own = new AbortController();
  const { signal: ended, abort } = own;
  caller.addEventListener("abort", () => own.abort(), { signal: ended }); // ok: the method is taken from it too
  await subscribe(own.signal);
  later(abort.bind(own));
}

export async function neverAbortedByName(caller: AbortSignal) {
  const own = new AbortController();
  const { signal } = own;
  caller.addEventListener("abort", () => own.abort(), { signal }); // want discarded: "stays on `caller`"
  await subscribe(signal);
}

export async function unknownOptions(caller: AbortSignal, given: AddEventListenerOptions) {
  const own = new AbortController();
  caller.addEventListener("abort", () => own.abort(), { signal: own.signal, ...given }); // ok: others may replace it
  await subscribe(own.signal);
}
