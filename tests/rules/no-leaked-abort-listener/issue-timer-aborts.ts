// The one who settles the promise first aborts the request, which then fails and removes the listener.
export async function inTime(url: string, signal: AbortSignal, ms: number): Promise<Response> {
  const own = new AbortController();
  return await new Promise<Response>((resolve, reject) => {
    const timer = setTimeout(() => {
      own.abort();
      reject(new Error("late"));
    }, ms);
    const onAbort = () => {
      clearTimeout(timer);
      own.abort();
      reject(new Error("aborted"));
    };
    signal.addEventListener("abort", onAbort, { once: true }); // ok: `own.abort()` rejects the request, which removes it
    fetch(url, { signal: own.signal }).then(
      (response) => {
        clearTimeout(timer);
        signal.removeEventListener("abort", onAbort);
        resolve(response);
      },
      (error: unknown) => {
        clearTimeout(timer);
        signal.removeEventListener("abort", onAbort);
        reject(error as Error);
      },
    );
  });
}

export function byFinally(url: string, signal: AbortSignal, ms: number): Promise<Response> {
  const own = new AbortController();
  return new Promise<Response>((resolve, reject) => {
    const onAbort = () => own.abort();
    const remove = () => signal.removeEventListener("abort", onAbort);
    setTimeout(() => {
      reject(new Error("late"));
      own.abort();
    }, ms);
    signal.addEventListener("abort", onAbort, { once: true }); // ok: so in `finally`
    fetch(url, { signal: own.signal }).then(resolve, reject).finally(remove);
  });
}

export function onlyWhenDone(url: string, signal: AbortSignal, ms: number): Promise<Response> {
  const own = new AbortController();
  return new Promise<Response>((resolve, reject) => {
    const onAbort = () => reject(new Error("aborted"));
    setTimeout(() => {
      own.abort();
      reject(new Error("late"));
    }, ms);
    signal.addEventListener("abort", onAbort, { once: true }); // want settled: "`reject` on line 50 settles"
    fetch(url, { signal: own.signal }).then((response) => {
      signal.removeEventListener("abort", onAbort);
      resolve(response);
    }, reject);
  });
}

export function notAborted(url: string, signal: AbortSignal, ms: number): Promise<Response> {
  const own = new AbortController();
  return new Promise<Response>((resolve, reject) => {
    const onAbort = () => {
      own.abort();
      reject(new Error("aborted"));
    };
    setTimeout(() => reject(new Error("late")), ms);
    signal.addEventListener("abort", onAbort, { once: true }); // want settled: "`reject` on line 67 settles"
    fetch(url, { signal: own.signal }).then(
      (response) => {
        signal.removeEventListener("abort", onAbort);
        resolve(response);
      },
      (error: unknown) => {
        signal.removeEventListener("abort", onAbort);
        reject(error as Error);
      },
    );
  });
}
