declare function request(url: string): Promise<string>;

function rejectOnAbort(signal: AbortSignal, reject: (reason: unknown) => void) {
  if (signal.aborted) return reject(signal.reason);
  signal.addEventListener("abort", () => reject(signal.reason), { once: true }); // want settled: "`resolve` on line 12"
}

/** The helper listens for the promise that is made here, and nothing removes its listener. */
export function get(url: string, signal: AbortSignal) {
  return new Promise<string>((resolve, reject) => {
    rejectOnAbort(signal, reject);
    request(url).then(resolve, reject);
  });
}

function rejectAtEnd(signal: AbortSignal, reject: (reason: unknown) => void) {
  signal.addEventListener("abort", () => reject(signal.reason)); // ok: nothing else settles the promise
}

export function never(signal: AbortSignal) {
  return new Promise<never>((_, reject) => {
    rejectAtEnd(signal, reject);
  });
}

function listen(signal: AbortSignal, reject: (reason: unknown) => void) {
  const onAbort = () => reject(signal.reason);
  signal.addEventListener("abort", onAbort); // ok: the caller gets what removes it
  return () => signal.removeEventListener("abort", onAbort);
}

export function removed(url: string, signal: AbortSignal) {
  return new Promise<string>((resolve, reject) => {
    const unlisten = listen(signal, reject);
    request(url).then(resolve, reject).finally(unlisten);
  });
}

function rejectOn(signal: AbortSignal, reject: (reason: unknown) => void) {
  signal.addEventListener("abort", () => reject(signal.reason)); // ok: the signal is that of one call
}

export function own(url: string) {
  const controller = new AbortController();
  return new Promise<string>((resolve, reject) => {
    rejectOn(controller.signal, reject);
    request(url).then(resolve, reject);
  });
}

function tellOnAbort(signal: AbortSignal, tell: (reason: unknown) => void) {
  signal.addEventListener("abort", () => tell(signal.reason)); // ok: it settles nothing
}

export function told(url: string, signal: AbortSignal, tell: (reason: unknown) => void) {
  return new Promise<string>((resolve, reject) => {
    tellOnAbort(signal, tell);
    request(url).then(resolve, reject);
  });
}

function rejectWith(signal: AbortSignal, reject: () => void) {
  signal.addEventListener("abort", () => reject()); // ok: it is told of where it is called, once
}

export function dropped(url: string, signal: AbortSignal) {
  return new Promise<string>((resolve, reject) => {
    rejectWith(signal, reject); // want bound: "stays on `signal`, which `rejectWith` adds it to"
    request(url).then(resolve, reject);
  });
}
