declare function work(): Promise<string>;

const late = (ms: number, signal?: AbortSignal) =>
  new Promise((_, reject) => {
    const timer = setTimeout(() => reject(new Error("late")), ms); // want branch: "race on line 12 is won"
    signal?.addEventListener("abort", () => {
      clearTimeout(timer);
    });
  });

export async function withoutASignal() {
  return await Promise.race([work(), late(5000)]);
}

const sleep = (ms: number, signal: AbortSignal) =>
  new Promise<void>((resolve, reject) => {
    const onAbort = () => {
      clearTimeout(timer);
      reject(signal.reason);
    };
    const timer = setTimeout(() => { // want branch: "race on line 29 is won"
      signal.removeEventListener("abort", onAbort);
      resolve();
    }, ms);
    signal.addEventListener("abort", onAbort, { once: true });
  });

export async function withTheSignalOfTheCaller(signal: AbortSignal) {
  return await Promise.race([work(), sleep(5000, signal).then(() => "late")]);
}

const delay = (ms: number, { signal }: { signal?: AbortSignal } = {}) =>
  new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, ms); // ok: it is not known which signal it is given
    signal?.addEventListener("abort", () => clearTimeout(timer), { once: true });
  });

export async function withOptions(options: object) {
  return await Promise.race([work(), delay(5000, options)]);
}

const pause = (ms: number, options?: { signal?: AbortSignal }) =>
  new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, ms); // ok: aborted behind the race
    options?.signal?.addEventListener("abort", () => clearTimeout(timer), { once: true });
  });

export async function withItsOwn() {
  const controller = new AbortController();
  try {
    return await Promise.race([work(), pause(5000, { signal: controller.signal })]);
  } finally {
    controller.abort();
  }
}

export async function inline(signal: AbortSignal) {
  return await Promise.race([
    work(),
    new Promise((_, reject) => {
      const timer = setTimeout(reject, 5000); // want branch: "race on line 58 is won"
      signal.addEventListener("abort", () => clearTimeout(timer));
    }),
  ]);
}

export async function inlineOfItsOwn(parent: AbortSignal) {
  const controller = new AbortController();
  parent.addEventListener("abort", () => controller.abort(), { once: true });
  const { signal } = controller;
  const first = await Promise.race([
    work(),
    new Promise((_, reject) => {
      const timer = setTimeout(reject, 5000); // ok: aborted behind the race
      signal.addEventListener("abort", () => clearTimeout(timer));
    }),
  ]);
  controller.abort();
  return first;
}

export function atExit(child: { once(event: string, f: () => void): void }) {
  return Promise.race([
    work(),
    new Promise((_, reject) => {
      const timer = setTimeout(reject, 5000); // ok: the other racer may come with it
      child.once("exit", () => clearTimeout(timer));
    }),
  ]);
}

const stoppable = (ms: number, signal?: AbortSignal) =>
  new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, ms); // ok: somebody else may call it
    const stop = () => clearTimeout(timer);
    signal?.addEventListener("abort", stop);
    work().then(stop);
  });

export async function stops() {
  await Promise.race([work(), stoppable(5000)]);
}

interface Options {
  signal: AbortSignal;
  limit?: number;
}

export async function byItself({ limit }: Options) {
  let isOver = false;
  const ended = async () => {
    await new Promise<never>((_, reject) => {
      let timer: NodeJS.Timeout | undefined;
      const end = (reason: string) => {
        if (isOver) return;
        isOver = true;
        if (timer) clearTimeout(timer);
        reject(new Error(reason));
      };
      if (limit) timer = setTimeout(() => end("late"), limit); // want branch: "race on line 123 is won"
    });
  };
  return await Promise.race([work(), ended()]);
}

export async function byItselfOrAtAbort({ signal }: Options) {
  const ended = new Promise<never>((_, reject) => {
    const end = () => {
      clearTimeout(timer);
      reject(new Error("late"));
    };
    const timer = setTimeout(end, 5000); // want branch: "race on line 135 is won"
    signal.addEventListener("abort", end, { once: true });
  });
  return await Promise.race([work(), ended]);
}

export async function byWorkToo(done: { end?: () => void }) {
  const ended = new Promise<never>((_, reject) => {
    const end = () => {
      clearTimeout(timer);
      reject(new Error("late"));
    };
    const timer = setTimeout(end, 5000); // ok: whoever has the object may call it
    done.end = end;
  });
  return await Promise.race([work(), ended]);
}

const rest = (ms: number, { signal }: { signal?: AbortSignal } = {}) =>
  new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, ms); // want branch: "race on line 157 is won"
    signal?.addEventListener("abort", () => clearTimeout(timer), { once: true });
  });

export async function withoutOptions() {
  return await Promise.race([work(), rest(5000)]);
}

const doze = (ms: number, { signal }: { signal?: AbortSignal } = {}) =>
  new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, ms); // want branch: "race on line 167 is won"
    signal?.addEventListener("abort", () => clearTimeout(timer), { once: true });
  });

export async function withTheSignalOfTheCallerInOptions(signal: AbortSignal) {
  return await Promise.race([work(), doze(5000, { signal })]);
}

const nap = (ms: number, { signal }: { signal?: AbortSignal } = {}) =>
  new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, ms); // ok: aborted behind the race
    signal?.addEventListener("abort", () => clearTimeout(timer), { once: true });
  });

export async function withItsOwnInOptions(parent?: AbortSignal) {
  const own = new AbortController();
  const signal = parent ? AbortSignal.any([parent, own.signal]) : own.signal;
  try {
    return await Promise.race([work(), nap(5000, { signal })]);
  } finally {
    own.abort();
  }
}
