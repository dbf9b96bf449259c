// A listener for each turn of a loop stays on a signal that was there before the loop, whoever made the signal.
declare function work(signal?: AbortSignal): Promise<string>;
declare function begin(done: () => void): void;
declare function each(run: (signal: AbortSignal) => Promise<void>): void;

export class Stream {
  #stop = new AbortController();

  close() {
    this.#stop.abort();
  }

  async run() {
    while (!this.#stop.signal.aborted) {
      await new Promise<void>((resolve) => {
        begin(resolve);
        this.#stop.signal.addEventListener("abort", () => resolve(), { once: true }); // want settled: "`resolve` on line 16"
      });
    }
  }

  async *requests() {
    const { signal } = this.#stop;
    while (!signal.aborted) {
      yield await work();
      await new Promise<void>((resolve) => {
        begin(resolve);
        signal.addEventListener("abort", () => resolve(), { once: true }); // want settled: "`resolve` on line"
      });
    }
  }

  async once() {
    await new Promise<void>((resolve) => {
      begin(resolve);
      this.#stop.signal.addEventListener("abort", () => resolve(), { once: true }); // want settled: "`resolve`"
    });
  }
}

function sleep(ms: number, signal?: AbortSignal) {
  return new Promise<void>((resolve, reject) => {
    const timer = setTimeout(resolve, ms);
    const onAbort = () => {
      clearTimeout(timer);
      reject(new Error("aborted"));
    };
    signal?.addEventListener("abort", onAbort, { once: true }); // want settled: "when `resolve`"
  });
}

export class Publisher {
  #controller = new AbortController();

  abort() {
    this.#controller.abort();
    this.#controller = new AbortController();
  }

  async send() {
    const signal = this.#controller.signal;
    while (true) {
      const answer = await work(signal);
      if (answer === "ok") return;
      await sleep(100, signal);
    }
  }
}

function pause(ms: number, signal: AbortSignal) {
  return new Promise<void>((resolve) => {
    setTimeout(resolve, ms);
    signal.addEventListener("abort", () => resolve(), { once: true }); // want settled: "when `resolve`"
  });
}
each(async (signal) => {
  while (!signal.aborted) {
    await work(signal);
    await pause(1000, signal);
  }
});

function retry(ms: number, signal: AbortSignal) {
  return new Promise<void>((resolve) => {
    setTimeout(resolve, ms);
    signal.addEventListener("abort", () => resolve(), { once: true }); // ok: three at most, on a signal of the call
  });
}
export async function retried() {
  const own = new AbortController();
  for (let i = 0; i < 3; i++) await retry(10, own.signal);
}

function together(signal: AbortSignal) {
  return new Promise<string>((resolve, reject) => {
    signal.addEventListener("abort", () => reject(new Error("aborted")), { once: true }); // ok: as many as in the list
    work().then(resolve, reject);
  });
}
export async function batch(list: readonly string[]) {
  const own = new AbortController();
  for (const name of list) console.log(name, await together(own.signal));
}

export async function perTurn() {
  while (await work()) {
    const own = new AbortController();
    await new Promise<void>((resolve) => {
      begin(resolve);
      own.signal.addEventListener("abort", () => resolve()); // ok: made in the turn
    });
  }
}

export class PerTurn {
  #own = new AbortController();

  #renew() {
    this.#own = new AbortController();
  }

  async run() {
    while (await work()) {
      this.#renew();
      await new Promise<void>((resolve) => {
        begin(resolve);
        this.#own.signal.addEventListener("abort", () => resolve()); // ok: a new one for each turn
      });
    }
  }
}

export async function removed() {
  const own = new AbortController();
  while (await work(own.signal)) {
    await new Promise<void>((resolve) => {
      const finish = () => {
        own.signal.removeEventListener("abort", finish);
        resolve();
      };
      begin(finish);
      own.signal.addEventListener("abort", finish); // ok: removed in each turn
    });
  }
}

export async function untilLate() {
  const late = AbortSignal.timeout(1000);
  while (await work(late)) {
    await new Promise<void>((resolve) => {
      begin(resolve);
      late.addEventListener("abort", () => resolve()); // ok: ends soon
    });
  }
}

async function untilFound(name: string, signal: AbortSignal) {
  while ((await work()) !== name) {
    await new Promise<void>((resolve) => {
      begin(resolve);
      signal.addEventListener("abort", () => resolve()); // ok: the one caller gives a timeout
    });
  }
}
export async function find(name: string) {
  const signal = AbortSignal.timeout(1000);
  await untilFound(name, signal);
}

export async function byHand() {
  const deadline = new AbortController();
  setTimeout(() => deadline.abort(), 1000);
  while (await work(deadline.signal)) {
    await new Promise<void>((resolve) => {
      begin(resolve);
      deadline.signal.addEventListener("abort", () => resolve()); // ok: a timeout, too
    });
  }
}

export class Task {
  current?: AbortController;

  async next(items: AsyncIterator<string>) {
    const nextOrAborted = async () => {
      const item = items.next();
      const aborted = new Promise<never>((_, reject) => {
        const signal = this.current!.signal;
        signal.addEventListener("abort", () => reject(new Error("aborted"))); // want raced: "race"
      });
      return await Promise.race([item, aborted]);
    };
    let item = await nextOrAborted();
    while (!item.done) item = await nextOrAborted();
  }

  start() {
    this.current = new AbortController();
  }
}

const life = Symbol();

export class Computed {
  [life] = new AbortController();

  async once() {
    const signal = this[life].signal;
    await new Promise<void>((resolve) => {
      begin(resolve);
      signal.addEventListener("abort", () => resolve()); // ok: a field without a name
    });
  }

  async run() {
    const signal = this[life].signal;
    while (await work()) {
      await new Promise<void>((resolve) => {
        begin(resolve);
        signal.addEventListener("abort", () => resolve()); // want settled: "when `resolve`"
      });
    }
  }
}

/** Not the promise of an executor, but a function that is called in each turn. */
async function step(signal: AbortSignal) {
  const own = new AbortController();
  signal.addEventListener("abort", () => own.abort()); // want discarded: "stays on `signal`"
  return await work(own.signal);
}
export async function steps() {
  const all = new AbortController();
  while (await step(all.signal)) console.log("on");
}
