declare function work(): Promise<string>;
declare function settle(): Promise<void>;
declare function log(error: unknown): void;
type Timer = ReturnType<typeof setTimeout> | undefined;

export async function straightLine(ms: number) {
  let timer: Timer;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error("late")), ms); // want exception: "`timer` is not cleared when the `await` on line 11 rejects"
  });
  const result = await Promise.race([work(), late]);
  clearTimeout(timer);
  return result;
}

export async function onFailureOnly(ms: number) {
  let timer: Timer;
  try {
    return await Promise.race([
      work(),
      new Promise<never>((_, reject) => {
        timer = setTimeout(() => reject(new Error("late")), ms); // want early-return: "the return at line 19"
      }),
    ]);
  } catch (error) {
    clearTimeout(timer);
    throw error;
  }
}

export function onSuccessOnly(ms: number) {
  let timer: Timer;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error("late")), ms); // want exception: "the promise on line 36 rejects"
  });
  return Promise.race([work(), late]).then((result) => {
    clearTimeout(timer);
    return result;
  });
}

export function racerClears(ms: number) {
  let timer: Timer;
  return Promise.race([
    new Promise<never>((_, reject) => {
      timer = setTimeout(reject, ms); // want exception: "the promise on line 48 rejects"
    }),
    work().then((result) => {
      clearTimeout(timer);
      return result;
    }),
  ]);
}

export async function never(ms: number) {
  let timer: Timer;
  await Promise.race([work(), new Promise((resolve) => (timer = setTimeout(resolve, ms)))]); // want never-released: "`timer` is never cleared"
}

export async function early(ms: number, isQuiet: boolean) {
  let timer: Timer;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), ms); // want early-return: "the return at line 66"
  });
  const settled = await Promise.race([Promise.allSettled([work()]), late]);
  if (isQuiet) return undefined;
  clearTimeout(timer);
  return settled;
}

export async function overwritten(ms: number) {
  let timer: Timer;
  try {
    for (let turn = 0; turn < 3; turn++) {
      await Promise.race([settle(), new Promise((resolve) => (timer = setTimeout(resolve, ms)))]); // want overwritten: "`timer` is overwritten"
    }
  } finally {
    clearTimeout(timer);
  }
}

export async function inFinally(ms: number) {
  let timer: Timer;
  try {
    return await Promise.race([
      work(),
      new Promise<never>((_, reject) => {
        timer = setTimeout(() => reject(new Error("late")), ms); // ok: every path
      }),
    ]);
  } finally {
    if (timer) clearTimeout(timer);
  }
}

export function reaction(ms: number) {
  let timer: Timer;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error("late")), ms); // ok: every outcome
  });
  return Promise.race([work(), late]).finally(() => clearTimeout(timer));
}

export async function inTryAndCatch(ms: number) {
  let timer: Timer;
  try {
    const late = new Promise((resolve) => {
      timer = setTimeout(resolve, ms); // ok: in try and in catch
    });
    const result = await Promise.race([work(), late]);
    clearTimeout(timer);
    return result;
  } catch (error) {
    clearTimeout(timer);
    log(error);
    return undefined;
  }
}

export async function cannotReject(ms: number) {
  let timer: Timer;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error("late")), ms); // ok: only the timer itself rejects
  });
  const result = await Promise.race([work().catch(() => undefined), late]);
  clearTimeout(timer);
  return result;
}

export function cannotRejectThen(ms: number) {
  let timer: Timer;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error("late")), ms); // ok: only the timer itself rejects
  });
  return Promise.race([work().catch(() => undefined), late]).then((result) => {
    clearTimeout(timer);
    return result;
  });
}

export async function flagged(ms: number) {
  let timer: Timer;
  let isLate = false;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(() => { // ok: on the early return it has fired
      isLate = true;
      resolve();
    }, ms);
  });
  await Promise.race([settle().catch(() => undefined), late]);
  if (isLate) return "late";
  clearTimeout(timer);
  return "done";
}

export async function sentinel(ms: number) {
  const LATE = Symbol("late");
  let timer: Timer;
  const late = new Promise<typeof LATE>((resolve) => {
    timer = setTimeout(() => resolve(LATE), ms); // ok: on the throw it has fired
  });
  const result = await Promise.race([work().catch(() => "failed"), late]);
  if (result === LATE) throw new Error("late");
  clearTimeout(timer);
  return result;
}

export async function otherSide(ms: number) {
  let timer: Timer;
  const late = new Promise<"late">((resolve) => {
    timer = setTimeout(() => resolve("late"), ms); // want early-return: "the return at line 174"
  });
  const result = await Promise.race([work().catch(() => "failed"), late]);
  if (result !== "late") return result;
  clearTimeout(timer);
  throw new Error("late");
}

class LateError extends Error {}

export async function byItsError(ms: number) {
  let timer: Timer;
  try {
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new LateError()), ms); // ok: for its own error it has fired
    });
    const result = await Promise.race([work(), late]);
    clearTimeout(timer);
    return result;
  } catch (error) {
    if (error instanceof LateError) return undefined;
    clearTimeout(timer);
    throw error;
  }
}

export function local(ms: number) {
  let timer: Timer;
  const clear = () => clearTimeout(timer);
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => { // ok: every outcome
      clear();
      reject(new Error("late"));
    }, ms);
  });
  return Promise.race([work(), late]).finally(clear);
}

export async function withSlowWork(ms: number) {
  let timer: Timer;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(reject, ms); // ok: keeps nothing alive
    timer.unref?.();
  });
  const result = await Promise.race([work(), late]);
  clearTimeout(timer);
  return result;
}

interface Abort {
  onAbort(listener: () => void): void;
}

export function clearedWhenAborted(aborted: Abort | undefined, ms: number) {
  let late: NodeJS.Timeout | undefined;
  const race = Promise.race([
    work(),
    new Promise((resolve) => {
      late = setTimeout(resolve, ms); // want branch: "when the condition on line 232 is false"
    }),
  ]);
  if (aborted) aborted.onAbort(() => clearTimeout(late));
  return race;
}
