/** Nobody in the file calls these: what clears the timer runs in their own code, behind the race. */
export async function withTimeout<T>(work: Promise<T>, ms: number): Promise<T> {
  let stop: (() => void) | undefined;
  const late = new Promise<never>((_, reject) => {
    const timer = setTimeout(() => reject(new Error("late")), ms); // ok: cleared behind the race
    stop = () => clearTimeout(timer);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    stop?.();
  }
}

export async function onlyAtTheAbort<T>(work: Promise<T>, ms: number, signal: AbortSignal): Promise<T> {
  const late = new Promise<never>((_, reject) => {
    const timer = setTimeout(() => reject(new Error("late")), ms); // want branch: "when the race on line 22 is won by another"
    const stop = () => clearTimeout(timer);
    signal.addEventListener("abort", stop, { once: true });
    void work.finally(() => signal.removeEventListener("abort", stop));
  });
  return await Promise.race([work, late]);
}
