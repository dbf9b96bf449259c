// Leaks that docs/objects.md lists as known misses.
declare function load(): Promise<void>;
declare function poll(): void;
type Timer = ReturnType<typeof setInterval>;

export class ClearedElsewhere {
  #paused: Timer | undefined;

  start(): void {
    this.#paused = setInterval(poll, 1000); // ok: known miss, pause() is no teardown
  }

  pause(): void {
    clearInterval(this.#paused);
  }

  close(): void {
    poll();
  }
}

export class OwnName {
  #timer: Timer | undefined;

  start(): void {
    this.#timer = setInterval(poll, 1000); // ok: known miss, nobody knows that finish() is the end
  }

  finish(): void {
    poll();
  }
}

export class Visible {
  visible: Timer | undefined;

  start(): void {
    this.visible = setInterval(poll, 1000); // ok: known miss, nobody else clears it
  }

  close(): void {
    poll();
  }
}

export class AsksForSomethingElse {
  #timer: Timer | undefined;
  readonly #ready: boolean = true;

  start(): void {
    load().then(() => {
      if (this.#ready) this.#timer = setInterval(poll, 1000); // ok: known miss, close() does not change it
    });
  }

  close(): void {
    clearInterval(this.#timer);
  }
}

export class WaitsForSomethingElse {
  #timer: Timer | undefined;

  start(): void {
    load().then(() => {
      this.#timer = setInterval(poll, 1000); // ok: known miss, close() waits for other work
    });
  }

  async close(): Promise<void> {
    await load();
    clearInterval(this.#timer);
  }
}

export const services = {
  polling: {
    inner: undefined as Timer | undefined,
    start(): void {
      this.inner = setInterval(poll, 1000); // ok: known miss, `this` may be the outer object
    },
    stop(): void {
      poll();
    },
  },
};

export class SameName {
  private shared: Timer | undefined;

  start(): void {
    this.shared = setInterval(poll, 1000); // ok: known miss, the function below may be given this object
  }

  close(): void {
    poll();
  }
}

export function lookAt(other: { shared: unknown }): unknown {
  return other.shared;
}

export class CallsTwice {
  #timer: Timer | undefined;

  begin(): void {
    this.#arm();
    this.#arm();
  }

  #arm(): void {
    this.#timer = setInterval(poll, 1000); // ok: known miss, it is set by a call
  }

  close(): void {
    clearInterval(this.#timer);
  }
}

export class SetLater {
  #late: Timer | undefined;

  start(): void {
    setTimeout(() => {
      this.#late = setInterval(poll, 1000); // ok: known miss, it is set behind a timer that nobody stops
    }, 500);
  }

  close(): void {
    clearInterval(this.#late);
  }
}

export class Empties {
  #kept: Timer | null = null;

  start(): void {
    if (this.#kept) return;
    this.#kept = setInterval(() => {
      poll();
      this.#kept = null; // the next start finds none
    }, 1000); // ok: known miss, close() clears what is there
  }

  close(): void {
    if (this.#kept) clearInterval(this.#kept);
  }
}
