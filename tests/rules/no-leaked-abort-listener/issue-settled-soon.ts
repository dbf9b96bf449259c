// A listener that has a function called soon acts on the promise as one that calls it.
interface Stream {
  on(event: string, run: () => void): void;
  destroy(): void;
}

export async function drain(stream: Stream, signal: AbortSignal) {
  await new Promise<void>((resolve) => {
    const settle = () => resolve();
    stream.on("end", settle);
    const force = () => setTimeout(settle, 3000).unref();
    signal.addEventListener("abort", force, { once: true }); // want settled: "`force` stays on `signal`"
  });
}

export async function soon(stream: Stream, signal: AbortSignal) {
  await new Promise<void>((resolve) => {
    const settle = () => resolve();
    stream.on("data", settle);
    signal.addEventListener("abort", () => queueMicrotask(settle)); // want settled: "`resolve` on line 18"
  });
}

export async function removes(stream: Stream, signal: AbortSignal) {
  await new Promise<void>((resolve) => {
    const settle = () => {
      signal.removeEventListener("abort", force);
      resolve();
    };
    stream.on("end", settle);
    const force = () => setTimeout(settle, 3000).unref();
    signal.addEventListener("abort", force, { once: true }); // ok: whatever settles it removes the listener
  });
}

export async function keeps(stream: Stream, signal: AbortSignal, later: (run: () => void) => void) {
  await new Promise<void>((resolve) => {
    const settle = () => resolve();
    stream.on("open", settle);
    signal.addEventListener("abort", () => { // ok: the stream goes on, and nobody knows when `later` calls
      later(settle);
      stream.destroy();
    });
  });
}
