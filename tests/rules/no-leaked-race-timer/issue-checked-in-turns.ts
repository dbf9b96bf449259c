declare const pause: (ms: number) => Promise<void>;

export function waitFor(isReady: () => boolean, ms: number) {
  let timer: NodeJS.Timeout | undefined;
  let isOver = false;
  const check = async (resolve: () => void, reject: (error: unknown) => void) => {
    if (isOver) return;
    await pause(50);
    try {
      if (isReady()) {
        isOver = true;
        clearTimeout(timer);
        return resolve();
      }
      await check(resolve, reject);
    } catch (error) {
      clearTimeout(timer);
      reject(error);
    }
  };
  return new Promise<void>((resolve, reject) => {
    void check(resolve, reject);
    timer = setTimeout(() => { // ok: `check` was started before, and clears
      isOver = true;
      reject(new Error("late"));
    }, ms);
  });
}

export function waitForEvent(source: EventTarget, ms: number) {
  let timer: NodeJS.Timeout | undefined;
  return new Promise<void>((resolve) => {
    const listen = () => {
      source.addEventListener("ready", () => {
        clearTimeout(timer);
        resolve();
      });
    };
    listen();
    timer = setTimeout(() => resolve(), ms); // ok: the listener was added before, and clears
  });
}
