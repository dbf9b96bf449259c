// What removes the listener was given to a promise before there was one.
declare function deferred<T>(): { promise: Promise<T>; resolve(value: T): void; reject(error: unknown): void };
declare function execute(): Promise<string>;
declare const active: Set<unknown>;

export async function start(input: { signal?: AbortSignal }) {
  const completion = deferred<string>();
  const handle = { done: completion.promise };
  active.add(handle);
  completion.promise
    .finally(() => {
      active.delete(handle);
      input.signal?.removeEventListener("abort", stop);
    })
    .catch(() => undefined);
  const stop = () => {
    completion.resolve("stopped");
  };
  if (input.signal?.aborted) stop();
  else input.signal?.addEventListener("abort", stop, { once: true }); // ok: removed when the promise is settled
  execute().then(completion.resolve, completion.reject);
  return handle;
}

export async function again(signal: AbortSignal) {
  const stop = () => active.clear();
  signal.removeEventListener("abort", stop);
  signal.addEventListener("abort", stop); // want early-return: "on the return at line 30"
  const text = await execute().catch(() => "");
  if (!text) return;
  signal.removeEventListener("abort", stop);
}
