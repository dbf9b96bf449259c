/** What an executor returns goes nowhere: to hand the id out there hands it to nobody. */
export function clearedOnSuccess(work: Promise<string>, ms: number) {
  let timer: NodeJS.Timeout | null = null;
  return Promise.race([
    new Promise<never>((_, reject) => {
      timer = setTimeout(reject, ms); // want exception: "the promise on line 9 rejects"
      return timer;
    }),
    work.then((value) => {
      clearTimeout(timer!);
      return value;
    }),
  ]);
}

export function ofItsOwn(work: Promise<string>, ms: number) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(reject, ms); // want never-released: "`resolve` on line 19 is first"
    work.then(resolve, reject);
    return timer;
  });
}

/** A clean-up as of an effect, which nobody calls. */
export function asOfAnEffect(work: Promise<string>, ms: number) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(reject, ms); // want never-released: "`resolve` on line 28 is first"
    work.then(resolve, reject);
    return () => clearTimeout(timer);
  });
}

export function byName(work: Promise<string>, ms: number) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(reject, ms); // want exception: "`reject` on line 40 is first"
    const stop = () => clearTimeout(timer);
    work.then((value) => {
      clearTimeout(timer);
      resolve(value);
    }, reject);
    return stop;
  });
}

export function raced(work: Promise<string>, ms: number) {
  let timer: NodeJS.Timeout | undefined;
  return Promise.race([
    work,
    new Promise<never>((_, reject) => {
      timer = setTimeout(reject, ms); // want never-released: "the race on line 47 is won by another"
      return () => clearTimeout(timer);
    }),
  ]);
}

/** The same function is also called. */
export function alsoCalled(work: Promise<string>, ms: number) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(reject, ms); // ok: both ways call `stop`
    const stop = () => clearTimeout(timer);
    work.then(resolve, reject).finally(stop);
    return stop;
  });
}

/** The function around the executor returns it, and so hands it out. */
export function handedOut(work: Promise<string>, ms: number) {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(reject, ms); // ok: the caller can clear it
  });
  return { promise: Promise.race([work, late]), stop: () => clearTimeout(timer) };
}

/** A function in the executor returns it to whoever calls that. */
export function fromInside(work: Promise<string>, ms: number, keep: (stop: () => NodeJS.Timeout) => void) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(reject, ms); // ok: somebody else has it
    keep(() => {
      return timer;
    });
    work.then(resolve, reject);
  });
}

/** Nobody can call what the executor returns, so only the timer settles the promise. */
export function pauseWithACancel(ms: number) {
  return new Promise<void>((resolve, reject) => {
    const timer = setTimeout(resolve, ms); // ok: nobody gets the function
    return () => {
      clearTimeout(timer);
      reject(new Error("cancelled"));
    };
  });
}

export function pauseWithALeakingCancel(ms: number) {
  return new Promise<void>((resolve, reject) => {
    setTimeout(resolve, ms); // ok: nobody gets the function
    const cancel = () => reject(new Error("cancelled"));
    return cancel;
  });
}

export function alsoGivenAway(ms: number, signal: AbortSignal) {
  return new Promise<void>((resolve, reject) => {
    setTimeout(resolve, ms); // want discarded: "`reject` on line 108 is first"
    const cancel = () => reject(new Error("cancelled"));
    signal.addEventListener("abort", cancel, { once: true });
    return cancel;
  });
}
