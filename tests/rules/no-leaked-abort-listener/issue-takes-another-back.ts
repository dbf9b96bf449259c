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
