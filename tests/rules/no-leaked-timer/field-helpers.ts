// A private method that starts a timer and returns it is a start itself, wherever the class puts what it gives.
declare function work(): void;
type Timer = ReturnType<typeof setTimeout>;

export class Forgets {
  private idle: Timer | undefined;

  begin(): void {
    if (this.idle) clearTimeout(this.idle);
    this.idle = this.arm(); // want never-released: "`this.idle` is not stopped by `close()`"
  }

  private arm(): Timer {
    return setTimeout(() => work(), 60_000);
  }

  close(): void {
    work();
  }
}

export class ForgetsHard {
  #idle: Timer | undefined;

  begin(): void {
    this.#idle = this.#arm(500); // want never-released: "`this.#idle` is not stopped by `close()`"
  }

  #arm(ms: number): Timer {
    const timer = setTimeout(() => work(), ms);
    work();
    return timer;
  }

  close(): void {
    work();
  }
}

export class Stops {
  #idle: Timer | undefined;

  begin(): void {
    this.#idle = this.#arm(); // ok: close() stops it
  }

  #arm(): Timer {
    return setTimeout(() => work(), 60_000);
  }

  close(): void {
    clearTimeout(this.#idle);
  }
}

/** A class below may give something else. */
export class Overridden {
  #idle: Timer | undefined;

  begin(): void {
    this.#idle = this.arm(); // ok: not private
  }

  protected arm(): Timer {
    return setTimeout(() => work(), 60_000);
  }

  close(): void {
    work();
  }
}

/** It keeps what it returns. */
export class Keeps {
  readonly #all = new Set<Timer>();
  #idle: Timer | undefined;

  begin(): void {
    this.#idle = this.#arm(); // ok: close() stops all
  }

  #arm(): Timer {
    const timer = setTimeout(() => work(), 60_000);
    this.#all.add(timer);
    return timer;
  }

  close(): void {
    for (const each of this.#all) clearTimeout(each);
  }
}

export class Drops {
  begin(): void {
    this.#arm(); // want discarded: "dropped"
  }

  close(): void {
    work();
  }

  #arm(): Timer {
    return setInterval(() => work(), 60_000);
  }
}
