declare function next(): Promise<string>;
declare function each(read: () => Promise<unknown>): ReadableStream;

/** `start` runs once, when the stream is made. */
export function encode(values: Promise<string>[], { signal }: { signal?: AbortSignal } = {}) {
  const aborted = new Promise<never>((_, reject) => {
    signal?.addEventListener("abort", () => reject(new Error("aborted"))); // want raced: "another wins the race"
  });
  return new ReadableStream<string[]>({
    async start(controller) {
      controller.enqueue(await Promise.race([Promise.all(values), aborted]));
      controller.close();
    },
  });
}

export function arrow(values: Promise<string>[], signal: AbortSignal) {
  const aborted = new Promise<never>((_, reject) => {
    signal.addEventListener("abort", () => reject(new Error("aborted"))); // want raced: "another wins the race"
  });
  return new TransformStream({ start: async () => void (await Promise.race([Promise.all(values), aborted])) });
}

export function pulled(signal: AbortSignal) {
  const aborted = new Promise<never>((_, reject) => {
    signal.addEventListener("abort", () => reject(new Error("aborted"))); // ok: raced as often as somebody reads
  });
  return new ReadableStream<string>({
    async pull(controller) {
      controller.enqueue(await Promise.race([next(), aborted]));
    },
  });
}

export function inAClosure(signal: AbortSignal) {
  const aborted = new Promise<never>((_, reject) => {
    signal.addEventListener("abort", () => reject(new Error("aborted"))); // ok: raced as often as somebody reads
  });
  return new ReadableStream({
    start() {
      each(async () => await Promise.race([next(), aborted]));
    },
  });
}

export function ofAnother(signal: AbortSignal, begin: (source: { start(): Promise<unknown> }) => void) {
  const aborted = new Promise<never>((_, reject) => {
    signal.addEventListener("abort", () => reject(new Error("aborted"))); // ok: it may be started more than once
  });
  begin({ start: async () => await Promise.race([next(), aborted]) });
}
