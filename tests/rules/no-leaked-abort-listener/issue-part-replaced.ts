interface Waiter {
  resolve: () => void;
}

declare function later(): Promise<void>;

export class Gate {
  private waiters: Waiter[] = [];

  wait(signal: AbortSignal): Promise<void> {
    return new Promise<void>((resolve, reject) => {
      const waiter: Waiter = { resolve };
      this.waiters.push(waiter);
      const onAbort = () => reject(signal.reason);
      signal.addEventListener("abort", onAbort, { once: true }); // ok: `resolve` is replaced before anybody calls it
      waiter.resolve = () => {
        signal.removeEventListener("abort", onAbort);
        resolve();
      };
    });
  }

  waitIfAny(signal?: AbortSignal): Promise<void> {
    return new Promise<void>((resolve, reject) => {
      const waiter: Waiter = { resolve };
      this.waiters.push(waiter);
      if (signal) {
        const onAbort = () => reject(signal.reason);
        signal.addEventListener("abort", onAbort, { once: true }); // ok: replaced wherever it listens
        waiter.resolve = () => {
          signal.removeEventListener("abort", onAbort);
          resolve();
        };
      }
    });
  }

  waitReplacedSometimes(signal: AbortSignal, isPolite: boolean): Promise<void> {
    return new Promise<void>((resolve, reject) => {
      const waiter: Waiter = { resolve };
      this.waiters.push(waiter);
      const onAbort = () => reject(signal.reason);
      signal.addEventListener("abort", onAbort, { once: true }); // want settled: "`resolve` on line 40"
      if (isPolite) {
        waiter.resolve = () => {
          signal.removeEventListener("abort", onAbort);
          resolve();
        };
      }
    });
  }

  open(): void {
    for (const waiter of this.waiters.splice(0)) waiter.resolve();
  }
}
