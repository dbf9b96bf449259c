declare function work(): Promise<void>;

export function sleepUntil(ms: number, signal?: AbortSignal) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let wake: () => void = () => {};
  const slept = new Promise<void>((resolve) => {
    wake = resolve;
    timer = setTimeout(resolve, ms); // ok: who wakes it clears, and without a signal nobody does
  });
  signal?.addEventListener("abort", () => {
    clearTimeout(timer);
    wake();
  });
  return slept;
}

export function sleepUntilEither(ms: number, signal?: AbortSignal) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let wake: () => void = () => {};
  const slept = new Promise<void>((resolve) => {
    wake = resolve;
    timer = setTimeout(resolve, ms); // want branch: "is not cleared"
  });
  signal?.addEventListener("abort", () => {
    if (signal.reason) clearTimeout(timer);
    wake();
  });
  return slept;
}

export async function retry(delays: readonly number[], stopped?: Promise<void>) {
  let over = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let wake: () => void = () => {};
  void stopped?.then(() => {
    over = true;
    clearTimeout(timer);
    wake();
  });
  for (const delay of delays) {
    if (over) return;
    await new Promise<void>((resolve) => {
      wake = resolve;
      timer = setTimeout(wake, delay); // ok: waited for, or cleared and woken
    });
  }
}

interface Page {
  on(event: string, listener: (name: string) => void): void;
  off(event: string, listener: (name: string) => void): void;
}

export function painted(page: Page, ms: number) {
  let cancel = () => {
    throw new Error("too early");
  };
  const promise = new Promise<void>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error("late")), ms); // ok: cancel, as it is by then, clears
    const listener = (name: string) => {
      if (name !== "paint") return;
      resolve();
      cancel();
    };
    page.on("life", listener);
    cancel = () => {
      page.off("life", listener);
      clearTimeout(timer);
      reject(new Error("cancelled"));
    };
  });
  return { promise, cancel };
}

export function paintedWithoutClear(page: Page, ms: number) {
  let cancel = () => {
    throw new Error("too early");
  };
  const promise = new Promise<void>((resolve, reject) => {
    setTimeout(() => reject(new Error("late")), ms); // want discarded: "`resolve` on line 83"
    const listener = (name: string) => {
      if (name !== "paint") return;
      resolve();
      cancel();
    };
    page.on("life", listener);
    cancel = () => {
      page.off("life", listener);
      reject(new Error("cancelled"));
    };
  });
  return { promise, cancel };
}
