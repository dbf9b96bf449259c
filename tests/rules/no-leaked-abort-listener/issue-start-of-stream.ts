// The `start` of a stream runs once, when it is made.
export function encode(value: Promise<unknown>[], { signal }: { signal?: AbortSignal } = {}) {
  const aborted = new Promise<never>((_, reject) => {
    signal?.addEventListener("abort", () => { // want raced: "the race on line 9"
      reject(new Error("aborted"));
    });
  });
  return new ReadableStream<string>({
    async start(controller) { await Promise.race([Promise.all(value), aborted]); controller.close(); },
  });
}

export function pulled(next: () => Promise<string>, signal: AbortSignal) {
  const aborted = new Promise<never>((_, reject) => {
    signal.addEventListener("abort", () => reject(new Error("aborted"))); // ok: one for as many as are pulled
  });
  return new ReadableStream<string>({
    async pull(controller) {
      controller.enqueue(await Promise.race([next(), aborted]));
    },
  });
}

export function started(next: () => Promise<string>, signal: AbortSignal) {
  const aborted = new Promise<never>((_, reject) => {
    signal.addEventListener("abort", () => reject(new Error("aborted"))); // ok: others may start it
  });
  return {
    async start() {
      return await Promise.race([next(), aborted]);
    },
  };
}
