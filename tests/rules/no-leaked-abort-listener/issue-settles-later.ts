declare const stream: { on(event: string, listener: () => void): void; destroy(): void };

/** The listener settles the promise a while later. */
export function drained(signal: AbortSignal) {
  return new Promise<void>((resolve) => {
    const settle = () => resolve();
    stream.on("end", settle);
    const force = () => setTimeout(settle, 3000).unref();
    signal.addEventListener("abort", force, { once: true }); // want settled: "`force` stays on `signal`"
  });
}

export function byMicrotask(signal: AbortSignal) {
  return new Promise<void>((resolve) => {
    const settle = () => resolve();
    stream.on("end", settle);
    signal.addEventListener("abort", () => queueMicrotask(settle)); // want settled: "stays on `signal`"
  });
}

export function removed(signal: AbortSignal) {
  return new Promise<void>((resolve) => {
    const settle = () => {
      signal.removeEventListener("abort", force);
      resolve();
    };
    stream.on("end", settle);
    const force = () => setTimeout(settle, 3000).unref();
    signal.addEventListener("abort", force, { once: true }); // ok: removed wherever it settles
  });
}

export function untilAborted(signal: AbortSignal) {
  return new Promise<void>((resolve) => {
    const settle = () => resolve();
    signal.addEventListener("abort", () => setTimeout(settle, 100)); // ok: the abort alone settles it
  });
}

export function takenBack(signal: AbortSignal, emitter: { on(l: () => void): void; off(l: () => void): void }) {
  return new Promise<void>((resolve) => {
    const settle = () => resolve();
    emitter.on(settle);
    signal.addEventListener("abort", () => emitter.off(settle)); // ok: to take a function back is no call of it
  });
}
