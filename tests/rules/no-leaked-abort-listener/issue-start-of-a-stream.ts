declare function connected(source: EventSource): Promise<void>;

export function consume(signal: AbortSignal, url: string) {
  return new ReadableStream<string>({
    async start(controller) {
      const source = new EventSource(url);
      source.addEventListener("message", ({ data }) => controller.enqueue(String(data)));
      signal.addEventListener("abort", () => source.close(), { once: true }); // ok: the stream goes on behind `start`
      await connected(source);
    },
  });
}

export async function connect(signal: AbortSignal, url: string) {
  const source = new EventSource(url);
  signal.addEventListener("abort", () => source.close(), { once: true }); // want discarded: "when the work is done"
  await connected(source);
}

export function copy(signal: AbortSignal, from: ReadableStream<string>) {
  return new ReadableStream<string>({
    async start(controller) {
      const reader = from.getReader();
      signal.addEventListener("abort", () => void reader.cancel()); // want discarded: "when the work is done"
      for (;;) {
        const { done, value } = await reader.read();
        if (done) break;
        controller.enqueue(value);
      }
      controller.close();
    },
  });
}
