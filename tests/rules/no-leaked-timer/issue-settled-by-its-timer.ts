declare function work(id: string): Promise<string>;
declare function connect(options: { onCode(code: string): void; onFailure?(error: Error): void }): Promise<void>;
declare function tell(id: string): Promise<void>;

export class Locks {
  readonly pending = new Map<string, PromiseWithResolvers<boolean>>();

  changed(id: string, locked: boolean) {
    this.pending.get(id)?.resolve(locked);
  }

  acquire(id: string, ms: number) {
    const done = Promise.withResolvers<boolean>();
    this.pending.set(id, done);
    const timer = setTimeout(() => { // ok: the timer alone rejects what is waited for
      this.pending.delete(id);
      done.reject(new Error("late"));
    }, ms);
    return done.promise.then((locked) => {
      clearTimeout(timer);
      if (!locked) throw new Error("not locked");
    });
  }

  async acquireThen(id: string, ms: number) {
    const done = Promise.withResolvers<boolean>();
    this.pending.set(id, done);
    const timer = setTimeout(() => { // ok: the same, where it is awaited
      this.pending.delete(id);
      done.reject(new Error("late"));
    }, ms);
    const locked = await done.promise;
    clearTimeout(timer);
    return locked;
  }

  async acquireTold(id: string, ms: number) {
    const done = Promise.withResolvers<boolean>();
    this.pending.set(id, done);
    const timer = setTimeout(() => { // want exception: "`await` on line 44 rejects"
      this.pending.delete(id);
      done.reject(new Error("late"));
    }, ms);
    await tell(id);
    const locked = await done.promise;
    clearTimeout(timer);
    return locked;
  }
}

export async function firstCode(ms: number) {
  let resolveCode: ((code: string) => void) | null = null;
  let rejectCode: ((error: Error) => void) | null = null;
  const code = new Promise<string>((resolve, reject) => {
    resolveCode = resolve;
    rejectCode = reject;
  });
  const timer = setTimeout(() => { // ok: cleared by what resolves the promise, before it does
    rejectCode?.(new Error("no code"));
  }, ms);
  try {
    await connect({
      onCode(value) {
        clearTimeout(timer);
        resolveCode?.(value);
      },
    });
  } catch {
    clearTimeout(timer);
    return undefined;
  }
  let value: string;
  try {
    value = await code;
  } catch {
    clearTimeout(timer);
    return undefined;
  }
  return await work(value);
}

export async function firstCodeOrFailure(ms: number) {
  let resolveCode: ((code: string) => void) | undefined;
  let rejectCode: ((error: Error) => void) | undefined;
  const code = new Promise<string>((resolve, reject) => {
    resolveCode = resolve;
    rejectCode = reject;
  });
  const timer = setTimeout(() => rejectCode?.(new Error("no code")), ms); // want early-return: "`timer`"
  try {
    await connect({
      onCode(value) {
        clearTimeout(timer);
        resolveCode?.(value);
      },
      onFailure: (error) => rejectCode?.(error),
    });
  } catch {
    clearTimeout(timer);
    return undefined;
  }
  try {
    return await code;
  } catch {
    return undefined;
  }
}

export async function resolvedUncleared(ms: number) {
  let resolveCode: ((code: string) => void) | undefined;
  let rejectCode: ((error: Error) => void) | undefined;
  const code = new Promise<string>((resolve, reject) => {
    resolveCode = resolve;
    rejectCode = reject;
  });
  const timer = setTimeout(() => rejectCode?.(new Error("no code")), ms); // want branch: "is fulfilled"
  await connect({ onCode: (value) => resolveCode?.(value) }).catch(() => clearTimeout(timer));
  return await code;
}

export async function taken(ms: number) {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const timer = setTimeout(() => reject(new Error("late")), ms); // ok: taken apart, and rejected by the timer alone
  void connect({ onCode: resolve });
  const value = await promise;
  clearTimeout(timer);
  return value;
}

export async function takenByOthers(ms: number) {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const timer = setTimeout(() => reject(new Error("late")), ms); // want exception: "rejects"
  void connect({ onCode: resolve, onFailure: reject });
  const value = await promise;
  clearTimeout(timer);
  return value;
}
