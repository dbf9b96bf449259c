interface Queue {
  readonly waiting: (() => void)[];
  run(): Promise<void>;
  send(request: { done: (value: string) => void; failed: (error: Error) => void }): Promise<void>;
}

export function turn(queue: Queue, signal: AbortSignal) {
  return new Promise<void>(async (resolve) => {
    const stop = () => {
      signal.removeEventListener("abort", onAbort);
      resolve();
    };
    const onAbort = () => {
      queue.waiting.splice(queue.waiting.indexOf(stop), 1);
      stop();
    };
    queue.waiting.push(stop);
    signal.addEventListener("abort", onAbort, { once: true }); // ok: who resolves the promise removes it
    await queue.run();
  });
}

export function request(queue: Queue, signal: AbortSignal) {
  return new Promise<string>(async (resolve, reject) => {
    const onAbort = () => sent.failed(new Error("aborted"));
    const sent = {
      done: (value: string) => {
        signal.removeEventListener("abort", onAbort);
        resolve(value);
      },
      failed: (error: Error) => {
        signal.removeEventListener("abort", onAbort);
        reject(error);
      },
    };
    signal.addEventListener("abort", onAbort, { once: true }); // ok: both functions that were sent remove it
    await queue.send(sent);
  });
}

export function answer(queue: Queue, signal: AbortSignal) {
  return new Promise<void>(async (resolve, reject) => {
    const onAbort = () => reject(new Error("aborted"));
    signal.addEventListener("abort", onAbort, { once: true }); // want settled: "`resolve` on line 47"
    await queue.run();
    resolve();
  });
}
