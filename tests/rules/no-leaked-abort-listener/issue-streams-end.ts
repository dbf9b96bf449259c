// A stream ends as a promise is settled: by its controller, wherever that is.
declare function read(source: EventSource, out: ReadableStreamDefaultController): Promise<void>;
interface Feed { on(event: string, listener: () => void): void; stop(): void }

export const consume = (signal: AbortSignal, url: string) =>
  new ReadableStream<string>({
    start(controller) {
      const source = new EventSource(url);
      source.addEventListener("end", () => { source.close(); controller.close(); });
      signal.addEventListener("abort", () => { // want closed: "`controller.close` on line 9 ends the stream"
        source.close();
        controller.close();
      });
    },
  });

export function named(signal: AbortSignal, feed: Feed) {
  return new ReadableStream<string>({
    start: (controller) => {
      const finish = () => { feed.stop(); controller.close(); };
      feed.on("end", finish);
      signal.addEventListener("abort", finish, { once: true }); // want closed: "`finish` stays on `signal` when `controller.close` on line 20"
    },
  });
}

export function failing(signal: AbortSignal, feed: Feed) {
  return new TransformStream({
    start(controller) {
      feed.on("end", () => controller.terminate());
      signal.addEventListener("abort", () => controller.error(signal.reason)); // want closed: "ends the stream"
    },
  });
}

export function kept(signal: AbortSignal, feed: Feed) {
  let out: ReadableStreamDefaultController | undefined;
  const stream = new ReadableStream({ start(controller) { out = controller; } });
  signal.addEventListener("abort", () => out?.error(signal.reason)); // want closed: "`out?.close` on line 40"
  feed.on("end", () => out?.close());
  return stream;
}

export function untilAbort(signal: AbortSignal, feed: Feed) {
  return new ReadableStream<string>({
    start(controller) {
      feed.on("data", () => controller.enqueue("x"));
      signal.addEventListener("abort", () => controller.close()); // ok: nothing else ends it
    },
  });
}

export function before(signal: AbortSignal, feed: Feed) {
  return new ReadableStream<string>({
    start(controller) {
      if (signal.aborted) { controller.close(); return; }
      feed.on("data", () => controller.enqueue("x"));
      signal.addEventListener("abort", () => controller.close()); // ok: it was over before there was a listener
    },
  });
}

export function removed(signal: AbortSignal, feed: Feed) {
  return new ReadableStream<string>({
    start(controller) {
      const finish = () => {
        signal.removeEventListener("abort", finish);
        controller.close();
      };
      feed.on("end", finish);
      signal.addEventListener("abort", finish); // ok: removed where the stream ends
    },
  });
}

export function served({ signal }: Request, feed: Feed) {
  return new ReadableStream<string>({
    start(controller) {
      feed.on("end", () => controller.close());
      signal.addEventListener("abort", () => controller.close()); // ok: the signal is that of the request
    },
  });
}

export function stopsMore(signal: AbortSignal, feed: Feed, url: string) {
  return new ReadableStream<string>({
    start(controller) {
      feed.on("end", () => controller.close());
      signal.addEventListener("abort", () => { // ok: the feed may go on behind the stream
        feed.stop();
        controller.close();
      });
      void read(new EventSource(url), controller);
    },
  });
}
