// A listener that is there only with a signal is that one function still: what it settles itself, it is removed for.
export const pause = (ms: number, signal?: AbortSignal) =>
  new Promise<void>((resolve, reject) => {
    const onAbort = signal && (() => { reject(new Error("aborted")); clearTimeout(id); });
    onAbort && signal?.addEventListener("abort", onAbort, { once: true }); // ok: the abort, or the timer
    const id = setTimeout(() => {
      resolve();
      onAbort && signal?.removeEventListener("abort", onAbort);
    }, ms);
  });

export const chosen = (ms: number, signal?: AbortSignal) =>
  new Promise<void>((resolve, reject) => {
    const onAbort = signal ? () => { reject(new Error("aborted")); clearTimeout(id); } : undefined;
    if (onAbort) signal?.addEventListener("abort", onAbort, { once: true }); // ok: the abort, or the timer
    const id = setTimeout(() => {
      if (onAbort) signal?.removeEventListener("abort", onAbort);
      resolve();
    }, ms);
  });

export const leaking = (ms: number, signal?: AbortSignal) =>
  new Promise<void>((resolve, reject) => {
    const onAbort = signal ? () => { reject(new Error("aborted")); clearTimeout(id); } : undefined;
    if (onAbort) signal?.addEventListener("abort", onAbort, { once: true }); // want settled: "when `resolve` on line 26 settles the promise"
    const id = setTimeout(() => resolve(), ms);
  });
