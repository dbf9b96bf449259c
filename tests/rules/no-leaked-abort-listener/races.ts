declare function work(): Promise<string>;
declare const connection: { done: Promise<void> };

export async function inline(signal: AbortSignal) {
  return await Promise.race([
    work(),
    new Promise<never>((_, reject) => {
      signal.addEventListener("abort", () => reject(signal.reason), { once: true }); // want raced: "another wins the race on line 5"
    }),
  ]);
}

export async function byAHelper(signal: AbortSignal) {
  await Promise.race([work(), rejectOn(signal)]);
}

function rejectOn(signal: AbortSignal) {
  return new Promise<never>((_, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason)); // want raced: "the race on line 14"
  });
}

export function removedAfterTheRace(signal: AbortSignal) {
  let onAbort: () => void;
  return Promise.race([
    work(),
    new Promise<never>((_, reject) => {
      onAbort = () => reject(signal.reason);
      signal.addEventListener("abort", onAbort, { once: true }); // ok: removed when the race is over
    }),
  ]).finally(() => signal.removeEventListener("abort", onAbort));
}

export function removedByACleanup(signal: AbortSignal) {
  let cleanup: (() => void) | undefined;
  const aborted = new Promise<never>((_, reject) => {
    const onAbort = () => reject(signal.reason);
    signal.addEventListener("abort", onAbort); // ok: the cleanup is given to the race
    cleanup = () => signal.removeEventListener("abort", onAbort);
  });
  return Promise.race([aborted, work()]).finally(cleanup);
}

export async function removedInFinally(signal: AbortSignal) {
  let onAbort: (() => void) | undefined;
  try {
    return await Promise.race([
      work(),
      new Promise<never>((_, reject) => {
        onAbort = () => reject(signal.reason);
        signal.addEventListener("abort", onAbort); // ok: removed on every way
      }),
    ]);
  } finally {
    if (onAbort) signal.removeEventListener("abort", onAbort);
  }
}

export async function ownController() {
  const own = new AbortController();
  const aborted = new Promise<never>((_, reject) => {
    own.signal.addEventListener("abort", () => reject(own.signal.reason)); // ok: the signal is made here
  });
  setTimeout(() => own.abort(), 100);
  await Promise.race([aborted, work()]);
}

/** Made once for as many races as the caller likes. */
export function abortable(signal: AbortSignal) {
  const aborted = new Promise<never>((_, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason), { once: true }); // ok: one listener, many races
  });
  return (promise: Promise<string>) => Promise.race([promise, aborted]);
}

export async function waitsForTheEnd(signal: AbortSignal) {
  signal.addEventListener("abort", () => void connection); // ok: nothing of this function is touched
  await connection.done;
}

interface Task {
  signal?: AbortSignal;
  limit?: number;
}

export async function removedWhenItFires(task: Task) {
  const ended = async () => {
    await new Promise<never>((_, reject) => {
      let onAbort: (() => void) | undefined;
      const end = (reason: string) => {
        if (onAbort) task.signal?.removeEventListener("abort", onAbort);
        reject(new Error(reason));
      };
      if (task.limit) setTimeout(() => end("late"), task.limit);
      onAbort = () => end("aborted");
      task.signal?.addEventListener("abort", onAbort); // want raced: "another wins the race on line 99"
    });
  };
  await Promise.race([work(), ended()]);
}

export async function removedByTheWork(task: Task & { onEnd(listener: () => void): void }) {
  const ended = new Promise<never>((_, reject) => {
    const end = () => {
      task.signal?.removeEventListener("abort", end);
      reject(new Error("ended"));
    };
    task.signal?.addEventListener("abort", end); // ok: what ends the work may call it
    task.onEnd(end);
  });
  await Promise.race([work(), ended]);
}
