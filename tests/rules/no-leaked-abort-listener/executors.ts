declare function work(signal?: AbortSignal): Promise<string>;
declare const child: { on(event: string, listener: (value: unknown) => void): void; kill(): void };
declare const waiters: { resolve(): void }[];

export function sleep(ms: number, signal?: AbortSignal) {
  return new Promise<void>((resolve, reject) => {
    const timer = setTimeout(resolve, ms);
    signal?.addEventListener("abort", () => { // want settled: "stays on `signal` when `resolve` on line 7"
      clearTimeout(timer);
      reject(signal.reason);
    });
  });
}

export function sleepOnce(ms: number, options: { signal: AbortSignal }) {
  return new Promise<void>((resolve, reject) => {
    const onAbort = () => reject(options.signal.reason);
    options.signal.addEventListener("abort", onAbort, { once: true }); // want settled: "`onAbort` stays on `options.signal`"
    setTimeout(() => resolve(), ms);
  });
}

export function removedWhenItFires(ms: number, signal?: AbortSignal) {
  return new Promise<void>((resolve, reject) => {
    const onAbort = () => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener("abort", onAbort);
      resolve();
    }, ms);
    signal?.addEventListener("abort", onAbort, { once: true }); // ok: removed by the only other end
  });
}

export function removesItself(ms: number, controller?: AbortController) {
  return new Promise<void>((resolve) => {
    const callback = () => {
      controller?.signal.removeEventListener("abort", callback);
      resolve();
    };
    setTimeout(callback, ms);
    controller?.signal.addEventListener("abort", callback); // ok: the timer calls the same function
  });
}

export function removedOnSuccess(signal: AbortSignal) {
  return new Promise<string>((resolve, reject) => {
    signal.addEventListener("abort", reject); // want settled: "when `reject` on line 55 settles the promise"
    work().then((value) => {
      signal.removeEventListener("abort", reject);
      resolve(value);
    }, (error: unknown) => {
      reject(error);
    });
  });
}

export function removedByBoth(signal: AbortSignal) {
  return new Promise<string>((resolve, reject) => {
    const onAbort = () => reject(signal.reason);
    const cleanup = () => {
      if (signal) signal.removeEventListener("abort", onAbort);
    };
    signal.addEventListener("abort", onAbort); // ok: whoever settles it cleans up
    work().then((value) => {
      cleanup();
      resolve(value);
    }, (error: unknown) => {
      cleanup();
      reject(error);
    });
  });
}

export function waits(signal: AbortSignal) {
  return new Promise<void>((resolve, reject) => {
    const waiter = { resolve };
    waiters.push(waiter);
    signal.addEventListener("abort", () => reject(signal.reason), { once: true }); // want settled: "stays on `signal`"
  });
}

export function untilClosed(signal: AbortSignal) {
  return new Promise<void>((resolve, reject) => {
    const onAbort = () => {
      child.kill();
      reject(signal.reason);
    };
    signal.addEventListener("abort", onAbort, { once: true }); // ok: `close` always comes
    setTimeout(() => reject(new Error("too late")), 100);
    child.on("close", () => {
      signal.removeEventListener("abort", onAbort);
      resolve();
    });
  });
}

export function waitsForTheAbort(signal: AbortSignal) {
  return new Promise<void>((resolve) => {
    signal.addEventListener("abort", () => resolve(), { once: true }); // ok: the abort is what it waits for
  });
}

export function opens(signal: AbortSignal, server: { listen(done: () => void): void; close(): void }) {
  return new Promise<void>((resolve) => {
    signal.addEventListener("abort", () => server.close()); // ok: the server goes on when the promise is settled
    server.listen(resolve);
  });
}

const pending = new Map<number, { signal: AbortSignal; onAbort: () => void; resolve(value: string): void }>();

export function keptInAMap(id: number, signal: AbortSignal) {
  return new Promise<string>((resolve, reject) => {
    const onAbort = () => reject(signal.reason);
    pending.set(id, { signal, onAbort, resolve });
    signal.addEventListener("abort", onAbort, { once: true }); // ok: whoever takes the entry can remove it
  });
}
