declare function work(signal: AbortSignal): Promise<string>;
declare function show(state: { text?: string; stop: () => void }): void;
declare function link(ends: { from: AbortSignal; stop: () => void }): void;
declare function register(ends: { stop: () => void }): void;

/** A function that is shown as a button's action is not taken off the signal by whoever has it. */
export async function shown(signal?: AbortSignal) {
  const own = new AbortController();
  const stop = () => own.abort();
  if (signal) {
    signal.addEventListener("abort", stop, { once: true }); // want never-released: "`stop`"
  }
  show({ stop });
  const text = await work(own.signal);
  show({ text, stop });
  return text;
}

export async function withTheSignal(signal: AbortSignal) {
  const own = new AbortController();
  const stop = () => own.abort();
  signal.addEventListener("abort", stop); // ok: who has both may remove it
  link({ from: signal, stop });
  return await work(own.signal);
}

export async function registered(signal: AbortSignal) {
  const own = new AbortController();
  const stop = () => own.abort();
  signal.addEventListener("abort", stop); // ok: kept by its name
  register({ stop });
  return await work(own.signal);
}

export async function returned(signal: AbortSignal) {
  const own = new AbortController();
  const stop = () => own.abort();
  signal.addEventListener("abort", stop); // ok: the caller has it
  return { text: await work(own.signal), stop };
}
