// A function that is given what settles a promise does with its parameter what it would do with that.
export const cleared = (promise: Promise<string>, ms: number) =>
  new Promise<string>((resolve, reject) => {
    const id = setTimeout(() => reject(new Error("late")), ms); // ok: in `after`
    const after = <T,>(next: (value: T) => void) => (value: T) => { clearTimeout(id); next(value); };
    promise.then(after(resolve), after(reject));
  });

export const clearedOnce = (promise: Promise<string>, ms: number) =>
  new Promise<string>((resolve, reject) => {
    const id = setTimeout(() => reject(new Error("late")), ms); // want exception: "`reject` on line 13"
    const after = <T,>(next: (value: T) => void) => (value: T) => { clearTimeout(id); next(value); };
    promise.then(after(resolve), reject);
  });

export const clearedAtTimes = (promise: Promise<string>, ms: number) =>
  new Promise<string>((resolve, reject) => {
    const id = setTimeout(() => reject(new Error("late")), ms); // want branch: "`end` on line 19"
    function finish<T>(end: (value: T) => void, value: T) { if (ms > 3) clearTimeout(id); end(value); }
    promise.then((value) => finish(resolve, value), (error: unknown) => finish(reject, error));
  });

export const neverCleared = (promise: Promise<string>, ms: number) =>
  new Promise<string>((resolve, reject) => {
    setTimeout(() => reject(new Error("late")), ms); // want discarded: "`next` on line 26"
    const after = <T,>(next: (value: T) => void) => (value: T) => next(value);
    promise.then(after(resolve), after(reject));
  });
