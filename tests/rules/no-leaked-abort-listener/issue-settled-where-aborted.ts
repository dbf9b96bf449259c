// Where the signal is found aborted it has ended: what the promise leaves on it there is not collected.
declare const channel: { cancel(tag: string): Promise<void> };

export function untilAbort(tag: string, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal?.aborted) resolve();
    // ok: nothing but the abort settles it
    signal?.addEventListener("abort", () => void channel.cancel(tag).then(resolve));
  });
}

export function alsoByTimer(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal?.aborted) resolve();
    setTimeout(() => {
      resolve();
    }, ms);
    signal?.addEventListener("abort", () => resolve()); // want settled: "`resolve` on line 16"
  });
}

export function ofAnother(first: AbortSignal, second: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (first.aborted) resolve();
    second.addEventListener("abort", () => resolve()); // want settled: "`resolve` on line 24"
  });
}
