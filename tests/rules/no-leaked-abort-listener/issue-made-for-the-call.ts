declare function work(signal: AbortSignal): Promise<string>;

async function send({ signal }: { signal: AbortSignal }) {
  const own = new AbortController();
  signal.addEventListener("abort", () => own.abort()); // ok: the one caller makes the signal for the call
  return await work(own.signal);
}

export async function sendInTime(ms: number) {
  const signal = AbortSignal.timeout(ms);
  return await send({ signal });
}

async function pass({ signal }: { signal: AbortSignal }) {
  const own = new AbortController();
  signal.addEventListener("abort", () => own.abort()); // want discarded: "This listener"
  return await work(own.signal);
}

export async function passOn(signal: AbortSignal) {
  return await pass({ signal });
}

export async function exported({ signal }: { signal: AbortSignal }) {
  const own = new AbortController();
  signal.addEventListener("abort", () => own.abort()); // want discarded: "This listener"
  return await work(own.signal);
}

void exported({ signal: AbortSignal.timeout(1000) });
