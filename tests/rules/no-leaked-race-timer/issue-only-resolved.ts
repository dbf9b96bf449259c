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
