declare const entries: unknown[];
declare const emitter: { on(event: string, listener: () => void): void; off(event: string, listener: () => void): void };

export function isItsOwnRemover(work: Promise<string>, signal?: AbortSignal) {
  return new Promise<string>((resolve) => {
    const entry = {};
    entries.push(entry);
    const removeEntry = () => {
      signal?.removeEventListener("abort", removeEntry);
      entries.splice(entries.indexOf(entry), 1);
    };
    void work.then((value) => {
      removeEntry();
      resolve(value);
    });
    signal?.addEventListener("abort", removeEntry); // ok: the work calls it too
  });
}

export function removesAndRejects(work: Promise<string>, signal: AbortSignal) {
  return new Promise<string>((resolve, reject) => {
    const onAbort = () => {
      signal.removeEventListener("abort", onAbort);
      reject(signal.reason);
    };
    work.then((value) => {
      onAbort();
      resolve(value);
    }, () => onAbort());
    signal.addEventListener("abort", onAbort); // ok: whoever settles it has called it
  });
}

export function isCalledAfterOneOfTwo(work: Promise<string>, signal: AbortSignal) {
  return new Promise<string>((resolve, reject) => {
    const stop = () => {
      signal.removeEventListener("abort", stop);
      entries.length = 0;
    };
    signal.addEventListener("abort", stop); // want settled: "`stop` stays on `signal` when `reject` on line 44"
    work.then((value) => {
      stop();
      resolve(value);
    }, reject);
  });
}

export function isTheEndOfBoth(ms: number, signal: AbortSignal) {
  return new Promise<void>((resolve) => {
    const done = () => {
      clearTimeout(timer);
      resolve();
    };
    const timer = setTimeout(done, ms);
    signal.addEventListener("abort", done, { once: true }); // want settled: "`done` stays on `signal`"
  });
}

export function isCalledByTheTimer(ms: number, signal: AbortSignal) {
  return new Promise<void>((resolve) => {
    const done = () => {
      clearTimeout(timer);
      resolve();
    };
    const timer = setTimeout(() => done(), ms);
    signal.addEventListener("abort", done, { once: true }); // want settled: "`done` stays on `signal`"
  });
}

export function isTheEndOfAll(signal: AbortSignal) {
  return new Promise<void>((resolve) => {
    const done = () => {
      emitter.off("end", done);
      signal.removeEventListener("abort", done);
      resolve();
    };
    emitter.on("end", done);
    signal.addEventListener("abort", done, { once: true }); // ok: each of the two takes both away
  });
}

export function isHeardElsewhere(signal: AbortSignal) {
  return new Promise<void>((resolve) => {
    const done = () => resolve();
    emitter.on("end", done);
    signal.addEventListener("abort", done, { once: true }); // want settled: "`done` stays on `signal`"
  });
}

export function isAskedBefore(work: Promise<string>, signal: AbortSignal) {
  return new Promise<string>((resolve, reject) => {
    const onAbort = () => reject(signal.reason);
    if (signal.aborted) return onAbort();
    signal.addEventListener("abort", onAbort, { once: true }); // ok: `finally` comes after both
    work.then(resolve, reject).finally(() => signal.removeEventListener("abort", onAbort));
  });
}

export function isAssignedLater(ms: number, signal?: AbortSignal) {
  return new Promise<void>((resolve, reject) => {
    let onAbort: () => void;
    if (signal) {
      onAbort = () => {
        clearTimeout(timer);
        reject(signal.reason);
      };
      signal.addEventListener("abort", onAbort, { once: true }); // ok: the timer takes it away
    }
    const timer = setTimeout(() => {
      resolve();
      if (onAbort) signal?.removeEventListener("abort", onAbort);
    }, ms);
  });
}
