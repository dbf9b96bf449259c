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
