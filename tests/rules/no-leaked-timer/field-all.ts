// options: {"fields":"all"}
// What leaks only if somebody uses the object in a way that its code does not rule out.
declare function load(): Promise<void>;
declare function poll(): void;
type Timer = ReturnType<typeof setInterval>;

export class Shown {
  shown: Timer | undefined;

  start(): void {
    this.shown = setInterval(poll, 1000); // want never-released: "not stopped by `stop()` on line 14"
  }

  stop(): void {
    poll();
  }
}

export class SetsAFlag {
  private copied = false;
  private timer: Timer | undefined;

  copy(): void {
    this.copied = true;
    this.timer = setTimeout(() => (this.copied = false), 2000); // want never-released: "not stopped by `disconnect()`"
  }

  disconnect(): void {
    poll();
  }
}

export class Awaitable {
  #timer: Timer | undefined;

  async start(): Promise<void> {
    await load();
    this.#timer = setInterval(poll, 1000); // want never-released: "the wait on line 37, in which `stop()` on line 41"
  }

  stop(): void {
    clearInterval(this.#timer);
  }
}

export class OnCondition {
  private timer: Timer | undefined;

  start(urls: string[], fast: boolean): void {
    for (const url of urls) {
      if (fast) this.timer = setInterval(() => void fetch(url), 1000); // want overwritten: "in the next turn of the loop"
    }
  }

  stop(): void {
    clearInterval(this.timer);
  }
}

export class NoEnd {
  #beat: Timer | undefined;

  start(): void {
    this.#beat = setInterval(poll, 1000); // want never-released: "Nothing stops `this.#beat`. Call `clearInterval(this.#beat)`"
  }
}

export class StartedTwice {
  #timer: Timer | undefined;

  start(): void {
    this.#timer = setInterval(poll, 1000); // want overwritten: "if the method on line 71 is called again"
  }

  stop(): void {
    clearInterval(this.#timer);
  }
}

export class StartedOnce {
  #timer: Timer | undefined;

  start(): void {
    if (this.#timer) return;
    this.#timer = setInterval(poll, 1000); // ok: only where there is none
  }

  begin(): void {
    clearInterval(this.#timer);
    this.#timer = setInterval(poll, 1000); // ok: the one before is stopped
  }

  stop(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
  }
}
