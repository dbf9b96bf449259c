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
