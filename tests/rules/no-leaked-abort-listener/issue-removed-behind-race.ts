/** Nobody in the file calls these: what removes the listener runs in their own code, behind the race. */
export async function race<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  let remove: (() => void) | undefined;
  const aborted = new Promise<never>((_, reject) => {
    const onAbort = () => reject(signal.reason);
    signal.addEventListener("abort", onAbort, { once: true }); // ok: removed behind the race
    remove = () => signal.removeEventListener("abort", onAbort);
  });
  try {
    return await Promise.race([work, aborted]);
  } finally {
    remove?.();
  }
}

export async function raceOfSome<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  let remove: (() => void) | undefined;
  const aborted =
    signal &&
    new Promise<never>((_, reject) => {
      const onAbort = () => reject(signal.reason);
      signal.addEventListener("abort", onAbort); // ok: removed behind the race
      remove = () => signal.removeEventListener("abort", onAbort);
      if (signal.aborted) onAbort();
    });
  try {
    const some = [work];
    if (aborted) some.push(aborted);
    return await Promise.race(some);
  } finally {
    if (remove) remove();
  }
}

export async function removedAtTheTimer<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  const aborted = new Promise<never>((_, reject) => {
    const onAbort = () => reject(signal.reason);
    signal.addEventListener("abort", onAbort); // want raced: "another wins the race on line 44"
    setTimeout(() => {
      signal.removeEventListener("abort", onAbort);
      reject(new Error("late"));
    }, 10);
  });
  return await Promise.race([work, aborted]);
}
