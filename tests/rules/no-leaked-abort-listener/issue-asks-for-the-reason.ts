// To ask for the reason of the abort is nothing that the listener does to the options it came with.
declare function call(options: object): Promise<{ status: number }>;
declare function register(options: object): void;

interface Options {
  signal?: AbortSignal;
  url: string;
  onCancel?: () => void;
}

export async function spread(options: Options) {
  const own = new AbortController();
  options.signal?.addEventListener("abort", () => own.abort(options.signal?.reason)); // want discarded: "stays on `options.signal`"
  const response = await call({ ...options, signal: own.signal });
  return response.status;
}

export async function registered(signal: AbortSignal) {
  const own = new AbortController();
  register({ ...{ signal } });
  signal.addEventListener("abort", () => own.abort(signal.reason), { once: true }); // want discarded: "stays on `signal`"
  const response = await call({ signal: own.signal });
  return response.status;
}

export async function givenOn(options: Options) {
  const own = new AbortController();
  options.signal?.addEventListener("abort", () => own.abort(options.signal?.reason)); // ok: the response is read later
  const response = await fetch(options.url, { signal: own.signal });
  return { ...options, own, response };
}

export async function acts(options: Options) {
  const own = new AbortController();
  options.signal?.addEventListener("abort", () => { // ok: a miss, as the options may go on where they are given
    options.onCancel?.();
    own.abort(options.signal?.reason);
  });
  register({ ...options });
  const response = await call({ signal: own.signal });
  return response.status;
}
