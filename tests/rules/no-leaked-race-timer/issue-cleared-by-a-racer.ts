export function waitFor(isReady: () => boolean | Promise<boolean>, ms: number) {
  let timer: NodeJS.Timeout | undefined;
  return Promise.race([
    new Promise<void>((resolve) => {
      const check = async () => {
        if (await isReady()) {
          clearTimeout(timer);
          resolve();
        } else setTimeout(check, 50); // ok: it alone settles
      };
      void check();
    }),
    new Promise((_, reject) => {
      timer = setTimeout(() => reject(new Error("late")), ms); // ok: the other racer clears
    }),
  ]);
}

/** The racer that clears was there before the timer, and clears only if it is fulfilled. */
export async function clearedWhenDone(drain: () => Promise<void>, ms: number) {
  let timer: NodeJS.Timeout | undefined;
  return await Promise.race([
    drain().then(() => {
      if (timer) clearTimeout(timer);
      return true;
    }),
    new Promise<boolean>((resolve) => {
      timer = setTimeout(() => resolve(false), ms); // want exception: "is not cleared when the promise on line 23 rejects"
    }),
  ]);
}

export async function clearedOnFailure(drain: () => Promise<boolean>, ms: number) {
  let timer: NodeJS.Timeout | undefined;
  return await Promise.race([
    drain().catch(() => {
      clearTimeout(timer);
      return false;
    }),
    new Promise<boolean>((resolve) => {
      timer = setTimeout(() => resolve(false), ms); // want branch: "is not cleared when the promise on line 36 is fulfilled"
    }),
  ]);
}
