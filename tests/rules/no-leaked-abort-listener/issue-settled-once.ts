// What settles a promise may be wrapped first, so that only the first of many does.
declare function once<T>(settle: (value: T) => void): (value: T) => void;
declare function createResolveOnce<T>(settle: (value: T) => void): { resolve(value: T): void; claim(): boolean };
declare function ask(question: string, answered: (answer: string) => void): void;
declare function watch(settle: (answer: string) => void): { close(): void };

export async function answer(question: string, signal: AbortSignal) {
  return await new Promise<string>((resolve) => {
    const settle = once(resolve);
    ask(question, (answer) => settle(answer));
    signal.addEventListener("abort", () => settle(""), { once: true }); // want settled: "settles the promise"
  });
}

export async function claimed(question: string, signal: AbortSignal) {
  return await new Promise<string>((resolve) => {
    const { resolve: resolveOnce, claim } = createResolveOnce(resolve);
    ask(question, (answer) => claim() && resolveOnce(answer));
    signal.addEventListener("abort", () => claim() && resolveOnce("")); // want settled: "settles the promise"
  });
}

export async function watched(signal: AbortSignal) {
  return await new Promise<string>((resolve) => {
    const watcher = watch(resolve);
    signal.addEventListener("abort", () => watcher.close(), { once: true }); // ok: it is what is ended, and may go on
  });
}
