interface Port {
  onMessage(listener: (message: { kind: string; data: Uint8Array }) => void): void;
  onDisconnect(listener: () => void): void;
  post(message: unknown): void;
}
declare function connect(): Promise<Port>;
declare const port: Port;

/** The body is read behind the promise, and removes the listener at its end. */
export function fetchByPort(signal: AbortSignal) {
  return new Promise<Response>((resolve, reject) => {
    let body: ReadableStreamDefaultController<Uint8Array> | undefined;
    const cleanUp = () => signal.removeEventListener("abort", onAbort);
    const onAbort = () => {
      port.post("cancel");
      cleanUp();
      reject(signal.reason);
    };
    port.onMessage(({ kind, data }) => {
      if (kind === "head") {
        const stream = new ReadableStream<Uint8Array>({
          start(controller) {
            body = controller;
          },
        });
        return resolve(new Response(stream));
      }
      if (kind === "chunk") return body?.enqueue(data);
      cleanUp();
      if (kind === "error") reject(new Error("broken"));
      body?.close();
    });
    signal.addEventListener("abort", onAbort, { once: true }); // ok: there for the body, whose end removes it
  });
}

export function readByPort(signal: AbortSignal) {
  return new Promise<Uint8Array>((resolve, reject) => {
    const onAbort = () => reject(signal.reason);
    signal.addEventListener("abort", onAbort, { once: true }); // want settled: "`resolve` on line 42"
    port.onMessage(({ kind, data }) => {
      if (kind === "head") return resolve(data);
      signal.removeEventListener("abort", onAbort);
      reject(new Error("broken"));
    });
  });
}

/** What removes it was given away before there was a listener. */
export async function listens(signal: AbortSignal) {
  const own = await connect();
  own.onDisconnect(() => signal.removeEventListener("abort", onAbort));
  function onAbort() {
    own.post("cancel");
  }
  signal.addEventListener("abort", onAbort); // ok: removed when the port is closed
  await connect();
}

export async function waits(signal: AbortSignal) {
  const own = await connect();
  const remove = () => signal.removeEventListener("abort", onAbort);
  const onAbort = () => own.post("cancel");
  signal.addEventListener("abort", onAbort); // want exception: "when the `await` on line 66 rejects"
  own.post("begin");
  await connect();
  remove();
}

declare function isAsyncGenerator(value: unknown): boolean;

export function handsParts(run: () => Promise<unknown>, signal: AbortSignal): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const onAbort = () => reject(new Error("aborted"));
    signal.addEventListener("abort", onAbort); // ok: what is handed out is still read
    void run().then((result) => {
      if (isAsyncGenerator(result)) {
        resolve(result);
        return;
      }
      signal.removeEventListener("abort", onAbort);
      resolve(result);
    });
  });
}

export function handsTheRest(run: () => Promise<unknown>, signal: AbortSignal): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const onAbort = () => reject(new Error("aborted"));
    signal.addEventListener("abort", onAbort); // want settled: "`resolve` on line 93"
    void run().then((result) => {
      if (isAsyncGenerator(result)) signal.removeEventListener("abort", onAbort);
      else resolve(result);
    });
  });
}
