interface QueryRequest {
  readonly query: string;
  readonly signal?: AbortSignal;
  readonly parentSignal?: AbortSignal;
}
declare function send(query: string, signal: AbortSignal): Promise<string>;

/** The request says that the signal is not its own. */
export async function query(request: QueryRequest) {
  const own = new AbortController();
  request.parentSignal?.addEventListener("abort", () => own.abort()); // want discarded: "stays on `request.parentSignal`"
  return await send(request.query, own.signal);
}

interface OneRequest {
  readonly query: string;
  readonly signal: AbortSignal;
}

export async function queryOfOne(request: OneRequest) {
  const own = new AbortController();
  request.signal.addEventListener("abort", () => own.abort()); // ok: that of the request
  return await send(request.query, own.signal);
}

/** The caller may give one, or none: it is an option, and not what a request has. */
export async function queryOfSome(request: QueryRequest) {
  const own = new AbortController();
  request.signal?.addEventListener("abort", () => own.abort()); // want discarded: "stays on `request.signal`"
  return await send(request.query, own.signal);
}

export async function removed(request: QueryRequest) {
  const own = new AbortController();
  const stop = () => own.abort();
  request.parentSignal?.addEventListener("abort", stop); // ok: removed on every way
  try {
    return await send(request.query, own.signal);
  } finally {
    request.parentSignal?.removeEventListener("abort", stop);
  }
}
