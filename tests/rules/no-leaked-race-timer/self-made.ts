declare const socket: WebSocket;

export function dropped<T>(work: Promise<T>, ms: number) {
  return new Promise<T>((resolve, reject) => {
    setTimeout(() => reject(new Error("late")), ms); // want discarded: "`resolve` on line 6 is first"
    work.then(resolve, reject);
  });
}

export function clearedOnSuccess<T>(work: Promise<T>, ms: number) {
  return new Promise<T>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error("late")), ms); // want exception: "`timer` is not cleared when `reject` on line 16 is first"
    work.then((value) => {
      clearTimeout(timer);
      resolve(value);
    }, reject);
  });
}

export function clearedOnFailure<T>(work: Promise<T>, ms: number) {
  return new Promise<T>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error("late")), ms); // want branch: "`resolve` on line 24 is first"
    work.then(
      (value) => resolve(value),
      (error: unknown) => {
        clearTimeout(timer);
        reject(error);
      },
    );
  });
}

export function keptForNothing<T>(work: Promise<T>, ms: number) {
  return new Promise<T>((resolve, reject) => {
    const timer = setTimeout(() => { // want never-released: "`timer` is never cleared"
      clearTimeout(timer);
      reject(new Error("late"));
    }, ms);
    work.then(resolve).catch(reject);
  });
}

export function outerLet<T>(work: Promise<T>, ms: number) {
  let timer: NodeJS.Timeout | undefined;
  return new Promise<T>((resolve, reject) => {
    timer = setTimeout(() => reject(new Error("late")), ms); // want exception: "`reject` on line 52"
    work
      .then((value) => {
        clearTimeout(timer);
        resolve(value);
      })
      .catch(reject);
  });
}

export function inAnAsyncExecutor<T>(work: () => Promise<T>, ms: number) {
  return new Promise<T>(async (resolve, reject) => {
    const timer = setTimeout(() => reject(new Error("late")), ms); // want exception: "`reject` on line 63"
    try {
      resolve(await work());
      clearTimeout(timer);
    } catch (error) {
      reject(error);
    }
  });
}

export function onACondition<T>(work: Promise<T>, ms?: number) {
  return new Promise<T>((resolve, reject) => {
    let timer: NodeJS.Timeout | undefined;
    if (ms) timer = setTimeout(() => reject(new Error("late")), ms); // want branch: "`resolve` on line 72"
    work.then(resolve, (error: unknown) => {
      if (timer) clearTimeout(timer);
      reject(error);
    });
  });
}

export function cleared<T>(work: Promise<T>, ms: number) {
  return new Promise<T>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error("late")), ms); // ok: both clear
    work.then(
      (value) => {
        clearTimeout(timer);
        resolve(value);
      },
      (error: unknown) => {
        clearTimeout(timer);
        reject(error);
      },
    );
  });
}

export function inAChain<T>(work: Promise<T>, ms: number) {
  return new Promise<T>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error("late")), ms); // ok: behind either outcome
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

export function beforeTheChain<T>(work: Promise<T>, ms: number) {
  return new Promise<T>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error("late")), ms); // ok: before either outcome
    work.finally(() => clearTimeout(timer)).then(resolve, reject);
  });
}

export function chainHalf<T>(work: Promise<T>, ms: number) {
  return new Promise<T>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error("late")), ms); // want exception: "`reject` on line 117"
    work
      .then((value) => {
        clearTimeout(timer);
        return value;
      })
      .then(resolve, reject);
  });
}

export function behindTheChain<T>(work: Promise<T>, ms: number) {
  return new Promise<T>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error("late")), ms); // ok: behind either outcome
    work
      .then((value) => resolve(value))
      .catch((error: unknown) => reject(error))
      .then(() => clearTimeout(timer));
  });
}

export function ofTheResult<T>(work: Promise<T>, ms: number) {
  let timer: NodeJS.Timeout | undefined;
  const result = new Promise<T>((resolve, reject) => {
    work.then(resolve, reject);
    if (ms === Infinity) return;
    timer = setTimeout(() => reject(new Error("late")), ms); // ok: when the promise is settled
  });
  return result.finally(() => clearTimeout(timer));
}

export async function awaited(ms: number) {
  let timer: NodeJS.Timeout | undefined;
  try {
    await new Promise((resolve, reject) => {
      timer = setTimeout(() => reject(new Error("late")), ms); // ok: every path
      socket.addEventListener("open", resolve, { once: true });
    });
  } finally {
    clearTimeout(timer);
  }
}

export function asyncWithFinally<T>(work: () => Promise<T>, ms: number) {
  return new Promise<T>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error("late")), ms); // ok: every path
    void (async () => {
      try {
        resolve(await work());
      } catch (error) {
        reject(error);
      } finally {
        clearTimeout(timer);
      }
    })();
  });
}

export function settledBefore<T>(known: T | undefined, ms: number) {
  return new Promise<T | undefined>((resolve) => {
    if (known) {
      resolve(known);
      return;
    }
    setTimeout(() => resolve(undefined), ms); // ok: it alone settles, once it was started
  });
}

export function started(isReady: () => boolean, ms: number) {
  return new Promise<boolean>((resolve) => {
    const timer = setTimeout(() => resolve(false), ms); // want branch: "`resolve` on line 182"
    if (!isReady()) return;
    resolve(true);
    console.log(timer === undefined);
    if (!isReady()) clearTimeout(timer);
  });
}

export function polled(isReady: () => boolean) {
  return new Promise<void>((resolve) => {
    const check = () => {
      if (isReady()) resolve();
      else setTimeout(check, 100); // ok: it alone settles
    };
    check();
  });
}

export function counted(isReady: () => boolean, ms: number) {
  return new Promise<boolean>((resolve) => {
    const interval = setInterval(() => {
      if (!isReady()) return;
      clearInterval(interval);
      resolve(true);
    }, 50);
    setTimeout(() => { // want discarded: "`resolve` on line 203"
      clearInterval(interval);
      resolve(false);
    }, ms);
  });
}

export function reassigned<T>(work: Promise<T>, ms: number) {
  return new Promise<T>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error("late")), ms); // ok: an overwritten resolve is not followed
    const settle = resolve;
    resolve = (value) => {
      clearTimeout(timer);
      settle(value);
    };
    work.then((value) => resolve(value), reject);
  });
}
