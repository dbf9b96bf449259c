declare const limits: { onLimit(then: () => void): void; isOn(): boolean };
declare const source: { on(name: string, then: (value: string) => void): void };

/** The flag may be set after the timer was started. */
export function setLater(ms: number) {
  return new Promise<string>((resolve) => {
    let isLimited: boolean | undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    limits.onLimit(() => {
      isLimited = true;
    });
    if (!isLimited) timer = setTimeout(() => resolve("late"), ms); // want branch: "not cleared"
    source.on("value", (value) => {
      if (isLimited) return resolve(value);
      clearTimeout(timer);
      resolve(value);
    });
  });
}

export function neverSet(ms: number) {
  return new Promise<string>((resolve) => {
    const isLimited = limits.isOn();
    let timer: ReturnType<typeof setTimeout> | undefined;
    if (!isLimited) timer = setTimeout(() => resolve("late"), ms); // ok: where it is limited there is none
    source.on("value", (value) => {
      if (isLimited) return resolve(value);
      clearTimeout(timer);
      resolve(value);
    });
  });
}
