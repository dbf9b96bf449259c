// What a server of the Model Context Protocol gives a handler beside its arguments is made for that request.
interface Extra {
  signal?: AbortSignal;
}
type Result = { content: string };

function withTimeout(promise: Promise<Result>, ms: number, signal?: AbortSignal): Promise<Result> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => resolve({ content: "too late" }), ms);
    const onAbort = () => {
      clearTimeout(timer);
      resolve({ content: "cancelled" });
    };
    signal?.addEventListener("abort", onAbort, { once: true }); // ok: the signal ends with the request
    promise.then(
      (result) => {
        clearTimeout(timer);
        signal?.removeEventListener("abort", onAbort);
        resolve(result);
      },
      (error: unknown) => {
        clearTimeout(timer);
        signal?.removeEventListener("abort", onAbort);
        reject(error as Error);
      },
    );
  });
}

export function secured(handler: (args: unknown) => Promise<Result>) {
  return async (args: unknown, extra?: Extra) => await withTimeout(handler(args), 60_000, extra?.signal);
}

export async function handle(run: (signal: AbortSignal) => Promise<void>, extra: { signal: AbortSignal }) {
  const own = new AbortController();
  extra.signal.addEventListener("abort", () => own.abort()); // ok: the signal ends with the request
  await run(own.signal);
}

export async function with_options(run: (signal: AbortSignal) => Promise<void>, options: { signal: AbortSignal }) {
  const own = new AbortController();
  options.signal.addEventListener("abort", () => own.abort()); // want discarded: "stays on `options.signal`"
  await run(own.signal);
}
