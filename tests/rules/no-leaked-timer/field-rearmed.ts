// The teardown stops the timer that is there. One that is made later, by work which was under way, is left running.
declare function load(): Promise<string>;
declare function report(): void;
type Timer = ReturnType<typeof setTimeout>;

export class Poller {
  #timer: Timer | undefined;

  start(): void {
    this.#timer = setTimeout(() => void this.#poll(), 1000); // ok: stop() stops it
  }

  async #poll(): Promise<void> {
    await load();
    this.#timer = setTimeout(() => void this.#poll(), 1000); // want never-released: "the wait on line 14, in which `stop()` on line 18"
  }

  stop(): void {
    clearTimeout(this.#timer);
  }
}

export class OneHopAway {
  private timer: Timer | undefined;

  private schedule(): void {
    this.timer = setTimeout(async () => { // want never-released: "the wait on line 28"
      await load().catch(report);
      this.schedule();
    }, 1000);
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
  }
}

export class InFinally {
  private timer: Timer | undefined;

  private poll = (): void => {
    load().finally(() => {
      this.timer = setTimeout(this.poll, 1000); // want never-released: "the wait on line 43"
    });
  };

  start(): void {
    this.poll();
  }

  destroy(): void {
    clearTimeout(this.timer);
  }
}

export class GivenToThen {
  private timer: Timer | undefined;

  start(): void {
    load().then(this.arm);
  }

  private arm = (): void => {
    this.timer = setInterval(report, 1000); // want never-released: "the wait on line 61"
  };

  destroy(): void {
    clearInterval(this.timer);
  }
}

/** The next test comes only when the timer fires: one more time, then it is over. */
export class AsksWhenItFires {
  #timer: Timer | undefined;
  #stopped = false;

  async #poll(): Promise<void> {
    if (this.#stopped) return;
    await load();
    this.#timer = setTimeout(() => void this.#poll(), 1000); // ok: #poll() asks
  }

  start(): void {
    void this.#poll();
  }

  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#timer);
  }
}

export class AsksBefore {
  #timer: Timer | undefined;
  #running = true;

  async #poll(): Promise<void> {
    await load();
    if (!this.#running) return;
    this.#timer = setInterval(report, 1000); // ok: it asks before
  }

  start(): void {
    void this.#poll();
  }

  stop(): void {
    this.#running = false;
    clearInterval(this.#timer);
  }
}

export class AsksAFunction {
  #timer: Timer | undefined;
  #ended = false;

  stopped(): boolean {
    return this.#ended;
  }

  async #poll(): Promise<void> {
    try {
      await load();
    } catch {
      report();
    }
    if (!this.stopped()) this.#timer = setInterval(report, 1000); // ok: it asks before
  }

  start(): void {
    void this.#poll();
  }

  stop(): void {
    this.#ended = true;
    clearInterval(this.#timer);
  }
}

export class Generations {
  #timer: Timer | undefined;
  #run = 0;

  start(): void {
    void this.#poll();
  }

  async #poll(): Promise<void> {
    const run = ++this.#run;
    await load();
    if (run !== this.#run) return;
    this.#timer = setInterval(report, 1000); // ok: a stop in between counts the run up
  }

  stop(): void {
    this.#run++;
    clearInterval(this.#timer);
  }
}

export class EmptiesTheField {
  private timer: Timer | undefined;

  start(): void {
    this.timer = setInterval(() => void this.poll(), 1000); // ok: stop() stops it
  }

  private async poll(): Promise<void> {
    await load();
    if (this.timer) this.timer = setInterval(report, 1000); // ok: stop() empties the field
  }

  stop(): void {
    clearInterval(this.timer);
    this.timer = undefined;
  }
}

export class WaitsInTheTeardown {
  #timer: Timer | undefined;
  #work: Promise<void> | undefined;

  start(): void {
    this.#work = this.#poll();
  }

  async #poll(): Promise<void> {
    await load();
    this.#timer = setInterval(report, 1000); // ok: stop() waits for the work
  }

  async stop(): Promise<void> {
    await this.#work;
    clearInterval(this.#timer);
  }
}

/** Closing the connection rejects whoever waits for it. */
export class ClosesWhatItWaitsFor {
  #timer: Timer | undefined;
  #client = { read: load, end(): void {} };

  start(): void {
    void this.#poll();
  }

  async #poll(): Promise<void> {
    await this.#client.read();
    this.#timer = setInterval(report, 1000); // ok: stop() makes the read reject
  }

  stop(): void {
    this.#client.end();
    clearInterval(this.#timer);
  }
}

/** Whoever calls start() can wait for it before stop(). */
export class Awaitable {
  #timer: Timer | undefined;

  async start(): Promise<void> {
    await load();
    this.#timer = setInterval(report, 1000); // ok: its caller can wait
  }

  stop(): void {
    clearInterval(this.#timer);
  }
}

export class Restarts {
  #timer: Timer | undefined;
  #on = false;

  start(): void {
    void this.#again();
  }

  async #again(): Promise<void> {
    await load();
    this.#on = true;
    this.#timer = setInterval(report, 1000); // ok: it says that it is on again
  }

  stop(): void {
    this.#on = false;
    clearInterval(this.#timer);
  }
}

export class NothingToWaitFor {
  #timer: Timer | undefined;

  #tick(): void {
    report();
    this.#timer = setTimeout(() => this.#tick(), 1000); // ok: no wait, so stop() always finds the last timer
  }

  start(): void {
    this.#tick();
  }

  stop(): void {
    clearTimeout(this.#timer);
  }
}

export class EndsByItself {
  #timer: Timer | undefined;
  #left = 3;

  start(): void {
    void this.#begin();
  }

  async #begin(): Promise<void> {
    await load();
    this.#timer = setInterval(() => { // ok: it stops itself
      if (--this.#left === 0) clearInterval(this.#timer);
    }, 1000);
  }

  stop(): void {
    clearInterval(this.#timer);
  }
}

export class WaitsAfterwards {
  #timer: Timer | undefined;

  start(): void {
    void this.#poll();
  }

  async #poll(): Promise<void> {
    await load();
    this.#timer = setInterval(report, 1000); // want never-released: "in which `stop()`"
  }

  async stop(): Promise<void> {
    this.#clear();
    await load();
  }

  #clear(): void {
    clearInterval(this.#timer);
  }
}

/** Once in the life of the object: a close in that moment is possible, but not certain. */
export class InTheConstructor {
  #timer: Timer | undefined;

  constructor() {
    load().then(() => {
      this.#timer = setInterval(report, 1000); // ok: only while it is being made
    });
  }

  close(): void {
    clearInterval(this.#timer);
  }
}

/** What observes calls back by itself, too. */
export class Observing {
  #timer: Timer | undefined;
  readonly #observer = new ResizeObserver(() => this.#settle());

  async #settle(): Promise<void> {
    await load();
    this.#timer = setTimeout(() => void this.#settle(), 1000); // want never-released: "the wait on line 333"
  }

  start(element: Element): void {
    this.#observer.observe(element);
  }

  stop(): void {
    clearTimeout(this.#timer);
  }
}
