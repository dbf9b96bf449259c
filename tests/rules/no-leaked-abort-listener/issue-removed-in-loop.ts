// What goes through the list that the listener was added for removes it from each, however many there are.
export function pause(ms: number, signals: readonly AbortSignal[]): Promise<boolean> {
  return new Promise((resolve) => {
    const finish = (again: boolean): void => {
      clearTimeout(timer);
      for (const signal of signals) signal.removeEventListener("abort", abort);
      resolve(again);
    };
    const abort = (): void => finish(false);
    const timer = setTimeout(() => finish(true), ms);
    for (const signal of signals) signal.addEventListener("abort", abort, { once: true }); // ok: removed from each
  });
}

export function ofAnother(ms: number, signals: readonly AbortSignal[], late: readonly AbortSignal[]): Promise<void> {
  return new Promise((resolve) => {
    const finish = (): void => {
      for (const signal of late) signal.removeEventListener("abort", finish);
      resolve();
    };
    setTimeout(finish, ms);
    for (const signal of signals) signal.addEventListener("abort", finish, { once: true }); // want settled: "`resolve`"
  });
}

export function ofSome(ms: number, signals: readonly AbortSignal[]): Promise<void> {
  return new Promise((resolve) => {
    const finish = (): void => {
      for (const signal of signals) if (signal.aborted) signal.removeEventListener("abort", finish);
      resolve();
    };
    setTimeout(finish, ms);
    for (const signal of signals) signal.addEventListener("abort", finish, { once: true }); // want settled: "`resolve`"
  });
}
