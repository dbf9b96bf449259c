declare function work(): Promise<string>;

export function waitFor(controller: AbortController, ms: number): [Promise<string>, () => void] {
  const { signal } = controller;
  const wrapped = new Promise<string>((resolve, reject) => {
    const late = setTimeout(() => reject(new Error("late")), ms);
    signal.addEventListener("abort", () => reject(new Error("aborted"))); // ok: who has the controller ends it
    work()
      .then(resolve, reject)
      .finally(() => clearTimeout(late));
  });
  return [wrapped, () => controller.abort()];
}

export function waitForGiven(controller: AbortController) {
  return new Promise<string>((resolve, reject) => {
    controller.signal.addEventListener("abort", () => reject(new Error("aborted"))); // want settled: "settles the promise"
    work().then(resolve, reject);
  });
}

interface Config {
  controller: AbortController;
  open(signal: AbortSignal): Promise<{ status: number }>;
}

export async function reconnect(config: Config) {
  const { controller, open } = config;
  while (!controller.signal.aborted) {
    const own = new AbortController();
    const forward = () => own.abort();
    controller.signal.addEventListener("abort", forward); // ok: who breaks out of the loop aborts the signal before
    const { status } = await open(own.signal).catch(() => ({ status: 0 }));
    if (status === 401) {
      controller.abort();
      break;
    }
    controller.signal.removeEventListener("abort", forward);
  }
}

export async function reconnectTo(config: Config) {
  const { controller, open } = config;
  const own = new AbortController();
  const forward = () => own.abort();
  controller.signal.addEventListener("abort", forward); // want early-return: "on the return at line 48"
  const { status } = await open(own.signal).catch(() => ({ status: 0 }));
  if (status === 401) return;
  controller.signal.removeEventListener("abort", forward);
}

class Lock {
  protected limit(signal: AbortSignal) {
    return new Promise<boolean>((resolve) => {
      const timer = setTimeout(() => resolve(false), 100);
      const stop = () => {
        clearTimeout(timer);
        resolve(false);
      };
      signal.addEventListener("abort", stop); // ok: who calls this has made the controller, and aborts it
    });
  }

  async lock() {
    const own = new AbortController();
    try {
      return await Promise.race([this.limit(own.signal), work()]);
    } finally {
      own.abort();
    }
  }
}

export class Poll {
  #stopped = new AbortController();

  #pause(signal: AbortSignal) {
    return new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, 100);
      const stop = () => {
        clearTimeout(timer);
        resolve();
      };
      signal.addEventListener("abort", stop); // want settled: "`stop` stays on `signal`"
    });
  }

  async run() {
    while (!this.#stopped.signal.aborted) {
      await work();
      await this.#pause(this.#stopped.signal);
    }
  }

  stop() {
    this.#stopped.abort();
  }
}

export const lock = new Lock();

export const state: { current?: AbortController; other?: AbortController } = {};

export async function putThere() {
  state.current = keep(new AbortController());
  const { signal } = state.current;
  signal.addEventListener("abort", () => work()); // ok: it is made here for this call
  await Promise.race([
    work(),
    new Promise((_, reject) => {
      state.current?.signal.addEventListener("abort", () => reject(new Error("aborted"))); // ok: made here too
    }),
  ]);
}

declare function keep<T>(value: T): T;
