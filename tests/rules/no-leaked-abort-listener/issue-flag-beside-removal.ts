interface Request {
  onResponse(listener: (text: string) => void): void;
  onEnd(listener: () => void): void;
  onSent(listener: () => void): void;
  destroy(): void;
}

/** The answer may end before the request has been sent; whichever is last settles. */
export function send(request: Request, signal: AbortSignal) {
  return new Promise<string>((resolve) => {
    let isSent = false;
    let hasEnded = false;
    let isClean = false;
    let answer = "";
    const onAbort = () => request.destroy();
    signal.addEventListener("abort", onAbort, { once: true }); // ok: the answer ends behind the removal
    const cleanUp = () => {
      if (isClean) return;
      signal.removeEventListener("abort", onAbort);
      isClean = true;
    };
    request.onResponse((text) => {
      cleanUp();
      if (text === "") return resolve(text);
      request.onEnd(() => {
        hasEnded = true;
        answer = text;
        if (isSent) resolve(answer);
      });
    });
    request.onSent(() => {
      isSent = true;
      if (hasEnded) resolve(answer);
    });
  });
}

/** Here the flag is set before the removal, in the listener that is called at once. */
export function sendEmpty(request: Request, signal: AbortSignal) {
  return new Promise<void>((resolve) => {
    let isSent = false;
    const onAbort = () => request.destroy();
    signal.addEventListener("abort", onAbort, { once: true }); // want settled: "`resolve` on line 51"
    request.onResponse(() => {
      if (!isSent) return;
      signal.removeEventListener("abort", onAbort);
      resolve();
    });
    request.onSent(() => {
      isSent = true;
      if (isSent) resolve();
    });
  });
}

/** It is removed under the condition that it was added under. */
export function both(request: Request, signal: AbortSignal, own: { signal: AbortSignal }) {
  return new Promise<void>((resolve) => {
    const onAbort = () => finish();
    const finish = () => {
      own.signal.removeEventListener("abort", onAbort);
      if (signal !== own.signal) signal.removeEventListener("abort", onAbort);
      resolve();
    };
    own.signal.addEventListener("abort", onAbort, { once: true }); // ok: always removed
    if (signal !== own.signal) signal.addEventListener("abort", onAbort, { once: true }); // ok: only where it was added
    request.onSent(finish);
  });
}
