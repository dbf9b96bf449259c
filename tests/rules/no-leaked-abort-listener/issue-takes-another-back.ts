declare const page: {
  addEventListener(event: string, listener: () => void): void;
  removeEventListener(event: string, listener: () => void): void;
};

export function opened(signal: AbortSignal) {
  return new Promise<void>((resolve) => {
    const onMessage = () => resolve();
    page.addEventListener("message", onMessage);
    signal.addEventListener("abort", () => page.removeEventListener("message", onMessage)); // ok: the messages go on
  });
}

export function settlesThroughAFunction(signal: AbortSignal) {
  return new Promise<void>((resolve) => {
    const onMessage = () => resolve();
    page.addEventListener("message", onMessage);
    signal.addEventListener("abort", () => onMessage()); // want settled: "stays on `signal`"
  });
}

declare const child: {
  on(event: string, listener: () => void): void;
  off(event: string, listener: () => void): void;
};
declare const token: { subscribe(listener: () => void): void; unsubscribe(listener: () => void): void } | undefined;

/** Taken off the child, which it was put on, and forgotten on the signal. */
export function offTheChild(signal: AbortSignal) {
  return new Promise<void>((resolve, reject) => {
    const end = () => {
      child.off("exit", end);
      reject(new Error("ended"));
    };
    child.on("exit", end);
    child.on("message", () => resolve());
    signal.addEventListener("abort", end); // want settled: "`end` stays on `signal`"
  });
}

export function unsubscribed(signal: AbortSignal) {
  return new Promise<void>((resolve, reject) => {
    const cancel = () => reject(new Error("cancelled"));
    token?.subscribe(cancel);
    signal.addEventListener("abort", cancel); // want settled: "`cancel` stays on `signal`"
    child.on("exit", () => {
      token?.unsubscribe(cancel);
      resolve();
    });
  });
}

export function offSomethingElse(signal: AbortSignal, listeners: { off(listener: () => void): void }) {
  return new Promise<void>((resolve, reject) => {
    const cancel = () => reject(new Error("cancelled"));
    signal.addEventListener("abort", cancel); // ok: that may take it off the signal
    child.on("exit", () => {
      listeners.off(cancel);
      resolve();
    });
  });
}
