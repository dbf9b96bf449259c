export async function behindTheTimer(work: Promise<string>, ms?: number) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    if (ms) timer = setTimeout(() => reject(new Error("late")), ms); // ok: while it runs, `has` is true
  });
  const has = timer !== undefined;
  try {
    return await Promise.race([work, late]);
  } finally {
    if (has) clearTimeout(timer);
  }
}

export function inExecutor(work: Promise<string>, ms?: number) {
  return new Promise<string>((resolve, reject) => {
    const timer = ms ? setTimeout(() => reject(new Error("late")), ms) : undefined; // ok: as above
    const has = timer !== undefined;
    work.then(
      (text) => {
        if (has) clearTimeout(timer);
        resolve(text);
      },
      (error: unknown) => {
        if (has) clearTimeout(timer);
        reject(error);
      },
    );
  });
}

export function inAnObject(work: Promise<string>) {
  return new Promise<string>((resolve, reject) => {
    const state = { late: false };
    const timer = setTimeout(() => { // ok: where `state.late` is set, it has fired
      state.late = true;
      reject(new Error("late"));
    }, 1000);
    work.then(
      (text) => {
        if (state.late) return resolve("");
        clearTimeout(timer);
        resolve(text);
      },
      (error: unknown) => {
        clearTimeout(timer);
        reject(error);
      },
    );
  });
}

export function byAnotherName(work: Promise<string>) {
  return new Promise<string>((resolve, reject) => {
    let late = false;
    const timer = setTimeout(() => { // ok: where `late` was set, it has fired
      late = true;
      reject(new Error("late"));
    }, 1000);
    work.then(
      (text) => {
        const isOver = late;
        if (isOver) return resolve("");
        clearTimeout(timer);
        resolve(text);
      },
      (error: unknown) => {
        clearTimeout(timer);
        reject(error);
      },
    );
  });
}

export async function byTheSignal(work: (signal: AbortSignal) => Promise<string>) {
  const own = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(() => { // ok: it alone aborts
      own.abort();
      resolve();
    }, 1000);
  });
  const text = await Promise.race([work(own.signal).catch(() => ""), late]);
  if (own.signal.aborted) return "";
  clearTimeout(timer);
  return text;
}

export async function theOpposite(work: Promise<string>) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error("late")), 1000); // want branch: "when the condition on line 98 is false"
  });
  const isIdle = timer === undefined;
  try {
    return await Promise.race([work, late]);
  } finally {
    if (isIdle) clearTimeout(timer);
  }
}

export function setByOthers(work: Promise<string>, stop: (listener: () => void) => void) {
  return new Promise<string>((resolve, reject) => {
    const state = { over: false };
    const timer = setTimeout(() => { // want branch: "`resolve` on line 114 is first"
      state.over = true;
      reject(new Error("late"));
    }, 1000);
    stop(() => {
      state.over = true;
    });
    work.then(
      (text) => {
        if (state.over) return resolve("");
        clearTimeout(timer);
        resolve(text);
      },
      (error: unknown) => {
        clearTimeout(timer);
        reject(error);
      },
    );
  });
}
