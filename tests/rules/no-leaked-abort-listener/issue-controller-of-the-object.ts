// A controller that is there for all that its object does: each promise of a method leaves a listener on its signal.
declare function work(signal: AbortSignal): Promise<string>;

export class Limiter {
  #sleeping = new AbortController();

  reject() {
    this.#sleeping.abort();
    this.#sleeping = new AbortController();
    return 1;
  }

  sleep(ms: number) {
    const other = this.#sleeping.signal;
    if (other.aborted) return Promise.resolve();
    return new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      const wake = () => {
        clearTimeout(timer);
        resolve();
      };
      other.addEventListener("abort", wake, { once: true }); // want settled: "`wake` stays on `other`"
    });
  }
}

export class Stream {
  private readonly ending: AbortController;

  constructor() {
    this.ending = new AbortController();
  }

  end() {
    this.ending.abort();
  }

  private sleep(ms: number) {
    return new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      const stop = () => {
        clearTimeout(timer);
        resolve();
      };
      this.ending.signal.addEventListener("abort", stop, { once: true }); // want settled: "`stop` stays on"
    });
  }

  pause(ms: number) {
    return new Promise<void>((resolve) => {
      const finish = () => {
        clearTimeout(timer);
        this.ending.signal.removeEventListener("abort", finish);
        resolve();
      };
      const timer = setTimeout(finish, ms);
      this.ending.signal.addEventListener("abort", finish, { once: true }); // ok: removed when it is over
    });
  }

  closed() {
    return new Promise<void>((resolve) => {
      this.ending.signal.addEventListener("abort", () => resolve(), { once: true }); // ok: over at the abort alone
    });
  }

  async retry() {
    await this.sleep(100);
    await this.pause(100);
  }
}

export class Terminal {
  controller = new AbortController();

  async enter(command: string) {
    const output = await Promise.race([
      work(this.controller.signal),
      new Promise<null>((resolve) => {
        this.controller.signal.addEventListener("abort", () => { // want raced: "when another wins the race"
          this.controller = new AbortController();
          resolve(null);
        });
      }),
    ]);
    return `${command}: ${output ?? "cancelled"}`;
  }
}

export class Session {
  #run: AbortController | undefined;

  async start() {
    this.#run?.abort();
    this.#run = new AbortController();
    return await this.#ask();
  }

  #ask() {
    return new Promise<string>((resolve, reject) => {
      this.#run?.signal.addEventListener("abort", () => reject(new Error("stopped"))); // ok: one of each run
      work(new AbortController().signal).then(resolve, reject);
    });
  }
}

export class Given {
  constructor(private own: AbortController = new AbortController()) {}

  ask() {
    return new Promise<string>((resolve, reject) => {
      this.own.signal.addEventListener("abort", () => reject(new Error("stopped"))); // ok: whose it is, is not seen
      work(new AbortController().signal).then(resolve, reject);
    });
  }
}

export class Connection {
  #ended = new AbortController();
  readonly closed: Promise<void>;

  constructor(run: () => Promise<void>) {
    this.closed = new Promise((resolve, reject) => {
      this.#ended.signal.addEventListener("abort", () => resolve()); // ok: one for the object
      run().catch(reject);
    });
  }
}
