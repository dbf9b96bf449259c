declare function work(): Promise<void>;

export async function aroundEach(files: readonly string[], signal?: AbortSignal) {
  for (const file of files) {
    const attempt = work();
    await (signal
      ? Promise.race([
          attempt,
          new Promise<void>((resolve) => {
            if (signal.aborted) {
              resolve();
              return;
            }
            signal.addEventListener("abort", () => resolve(), { once: true }); // want raced: "the race on line 7"
          }),
        ])
      : attempt);
    console.log(file);
  }
}

export async function removed(signal: AbortSignal) {
  let onAbort!: () => void;
  const aborted = new Promise<void>((resolve) => {
    onAbort = () => resolve();
    if (signal.aborted) return resolve();
    signal.addEventListener("abort", onAbort, { once: true }); // ok: removed when the race is over
  });
  await Promise.race([work(), aborted]).finally(() => signal.removeEventListener("abort", onAbort));
}

export function alone(signal: AbortSignal) {
  return new Promise<void>((resolve) => {
    if (signal.aborted) return resolve();
    signal.addEventListener("abort", () => resolve(), { once: true }); // ok: nothing else settles it, nobody races it
  });
}
