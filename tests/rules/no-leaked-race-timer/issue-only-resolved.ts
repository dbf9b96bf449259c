interface Scope {
  drained?: Promise<void>;
  failed?: Promise<void>;
  resolveDrained?: () => void;
}
declare const incoming: { ready: Promise<void> };

export async function drain(scope: Scope, ms: number) {
  scope.drained ??= new Promise<void>((resolve) => {
    scope.resolveDrained = resolve;
  });
  let timer: ReturnType<typeof setTimeout> | undefined;
  await Promise.race([
    scope.drained,
    new Promise<void>((resolve) => {
      timer = setTimeout(resolve, ms); // ok: nothing in the file rejects what the member holds
    }),
  ]);
  clearTimeout(timer);
}

export async function fail(scope: Scope, ms: number) {
  scope.failed = new Promise<void>((_, reject) => {
    scope.resolveDrained = reject;
  });
  let timer: ReturnType<typeof setTimeout> | undefined;
  await Promise.race([
    scope.failed,
    new Promise<void>((resolve) => {
      timer = setTimeout(resolve, ms); // want exception: "rejects"
    }),
  ]);
  clearTimeout(timer);
}

export async function ofOthers(ms: number) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  await Promise.race([
    incoming.ready,
    new Promise<void>((resolve) => {
      timer = setTimeout(resolve, ms); // want exception: "rejects"
    }),
  ]);
  clearTimeout(timer);
}

export async function unusedReject(report: () => void, remaining: Set<string>) {
  const done = new Promise<void>((resolve, reject) => {
    const poll = setInterval(() => {
      if (remaining.size > 0) return;
      clearInterval(poll);
      resolve();
    }, 1000);
  });
  let timer: ReturnType<typeof setTimeout> | undefined;
  await Promise.race([
    done,
    new Promise<void>((resolve) => {
      timer = setTimeout(resolve, 500); // ok: the reject beside the resolve is never called
    }),
  ]);
  clearTimeout(timer);
  report();
}

declare function deferred<T>(): { promise: Promise<T>; resolve(value?: T): void; reject(error?: unknown): void };
declare function listen(onError: (error: unknown) => void): void;
declare function register(value: unknown): void;
declare function signalReady(run: () => void): void;

export async function resolvedByName(ms: number) {
  const ready = deferred<void>();
  signalReady(() => ready.resolve());
  let timer: ReturnType<typeof setTimeout> | undefined;
  await Promise.race([
    ready.promise,
    new Promise<void>((resolve) => {
      timer = setTimeout(resolve, ms); // ok: nobody rejects the other one
    }),
  ]);
  clearTimeout(timer);
}

export async function rejectedByName(ms: number) {
  const ready = deferred<void>();
  listen((error) => ready.reject(error));
  let timer: ReturnType<typeof setTimeout> | undefined;
  await Promise.race([
    ready.promise,
    new Promise<void>((resolve) => {
      timer = setTimeout(resolve, ms); // want exception: "rejects"
    }),
  ]);
  clearTimeout(timer);
}

export async function givenToOthers(ms: number) {
  const ready = deferred<void>();
  register(ready);
  let timer: ReturnType<typeof setTimeout> | undefined;
  await Promise.race([
    ready.promise,
    new Promise<void>((resolve) => {
      timer = setTimeout(resolve, ms); // want exception: "rejects"
    }),
  ]);
  clearTimeout(timer);
}

export async function takenWithoutItsReject(ms: number) {
  const { promise: ready, resolve: tell } = deferred<void>();
  signalReady(tell);
  let timer: ReturnType<typeof setTimeout> | undefined;
  await Promise.race([
    ready,
    new Promise<void>((resolve) => {
      timer = setTimeout(resolve, ms); // ok: its reject is not even taken
    }),
  ]);
  clearTimeout(timer);
}

export async function takenWithItsReject(ms: number) {
  const { promise: ready, resolve: tell, reject: fail } = deferred<void>();
  signalReady(tell);
  listen(fail);
  let timer: ReturnType<typeof setTimeout> | undefined;
  await Promise.race([
    ready,
    new Promise<void>((resolve) => {
      timer = setTimeout(resolve, ms); // want exception: "rejects"
    }),
  ]);
  clearTimeout(timer);
}

export async function takenWithTheRest(ms: number) {
  const { promise: ready, ...others } = deferred<void>();
  register(others);
  let timer: ReturnType<typeof setTimeout> | undefined;
  await Promise.race([
    ready,
    new Promise<void>((resolve) => {
      timer = setTimeout(resolve, ms); // want exception: "rejects"
    }),
  ]);
  clearTimeout(timer);
}

export class Flow {
  readonly started = deferred<void>();
  readonly failed = deferred<void>();

  async begin(ms: number) {
    let timer: ReturnType<typeof setTimeout> | undefined;
    await Promise.race([
      this.started.promise,
      new Promise<void>((resolve) => {
        timer = setTimeout(resolve, ms); // ok: the file resolves it, and no more
      }),
    ]);
    clearTimeout(timer);
  }

  async fail(ms: number) {
    let timer: ReturnType<typeof setTimeout> | undefined;
    await Promise.race([
      this.failed.promise,
      new Promise<void>((resolve) => {
        timer = setTimeout(resolve, ms); // want exception: "rejects"
      }),
    ]);
    clearTimeout(timer);
  }

  tell(error?: unknown) {
    this.started.resolve();
    if (error) this.failed.reject(error);
    else this.failed.resolve();
  }
}
