// A signal whose variable is written behind its declaration.
declare function work(signal: AbortSignal): Promise<void>;

export async function given(options?: { signal?: AbortSignal }) {
  let signal: AbortSignal | undefined;
  if (options) signal = options.signal;
  const own = new AbortController();
  signal?.addEventListener("abort", () => own.abort()); // want discarded: "stays on `signal`"
  await work(own.signal);
}

export async function made(isLong: boolean) {
  let signal: AbortSignal;
  if (isLong) signal = AbortSignal.timeout(60_000);
  else signal = new AbortController().signal;
  const own = new AbortController();
  signal.addEventListener("abort", () => own.abort()); // ok: it is made here
  await work(own.signal);
}

export async function takenApart(pair: [string, AbortSignal]) {
  let name: string, signal: AbortSignal;
  [name, signal] = [pair[0], AbortSignal.timeout(60_000)];
  const own = new AbortController();
  signal.addEventListener("abort", () => own.abort(name)); // ok: which part it is given is not followed
  await work(own.signal);
}
