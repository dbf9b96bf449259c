/** A timer that starts asking is over long before the other one, which is there for when that takes too long. */
declare function isReady(): boolean;

export function ready(ms: number) {
  return new Promise<boolean>((resolve) => {
    const deadline = setTimeout(() => { // ok: who is ready clears it
      resolve(false);
    }, ms);
    const ask = () => {
      if (isReady()) {
        clearTimeout(deadline);
        resolve(true);
      } else setTimeout(ask, 200);
    };
    setTimeout(ask, 50); // ok: over soon
  });
}

export function readyWithoutAClear(ms: number) {
  return new Promise<boolean>((resolve) => {
    setTimeout(() => resolve(false), ms); // want discarded: "`resolve` on line 23 is first"
    const ask = () => {
      if (isReady()) resolve(true);
      else setTimeout(ask, 200);
    };
    setTimeout(ask, 50); // ok: over soon
  });
}

export function askedLate(ms: number) {
  return new Promise<boolean>((resolve) => {
    setTimeout(() => resolve(false), ms); // want discarded: "`resolve` on line 33 is first"
    setTimeout(() => resolve(isReady()), 30_000); // want discarded: "`resolve` on line 32 is first"
  });
}

export function shortLimit(work: Promise<boolean>) {
  return new Promise<boolean>((resolve) => {
    setTimeout(() => resolve(false), 50); // want discarded: "`resolve` on line 40 is first"
    work.then(resolve);
  });
}
