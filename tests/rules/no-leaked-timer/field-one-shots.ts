// One-shots in fields end by themselves. What they do when they fire late decides whether that matters.
declare function flush(): void;
type Timer = ReturnType<typeof setTimeout>;

export class SetsAFlag {
  private copied = false;
  private timer: Timer | undefined;

  copy(): void {
    this.copied = true;
    this.timer = setTimeout(() => (this.copied = false), 2000); // ok: late, it sets a field of a dead object
  }

  disconnect(): void {
    flush();
  }
}

export class Unrefd {
  private timer: NodeJS.Timeout | undefined;

  arm(): void {
    this.timer = setTimeout(() => flush(), 2000); // ok: it keeps nothing alive
    this.timer.unref();
  }

  close(): void {
    flush();
  }
}

/** An interval goes on even so: it keeps the object, and works for it. */
export class UnrefdInterval {
  private timer: NodeJS.Timeout | undefined;

  arm(): void {
    this.timer = setInterval(() => flush(), 2000).unref(); // want never-released: "`close()` on line 40"
  }

  close(): void {
    flush();
  }
}

export class UnrefdByLocal {
  private timer: NodeJS.Timeout | undefined;

  arm(): void {
    const timer = setInterval(() => flush(), 2000); // want never-released: "`this.timer` is not stopped"
    timer.unref();
    this.timer = timer;
  }

  close(): void {
    flush();
  }
}

export class AsksWhenItFires {
  private timer: Timer | undefined;
  private request: string | undefined;

  show(request: string): void {
    this.request = request;
    this.timer = setTimeout(() => {
      // ok: it does nothing once the request is gone
      if (this.request === request) flush();
    }, 500);
  }

  dispose(): void {
    this.request = undefined;
  }
}

/** A few milliseconds of a constant of the class; what is handed on to a promise sets no next one. */
export class FlushesSoon {
  private static readonly delay = 15;
  private timer: Timer | undefined;

  note(): void {
    this.timer = setTimeout(this.#send, FlushesSoon.delay); // ok: over before it matters
  }

  readonly #send = (): void => {
    this.timer = undefined;
    void Promise.resolve(flush()).catch((error: unknown) => console.error(error));
  };

  destroy(): void {
    flush();
  }
}

export class FlushesAfterConstant {
  private static DELAY = 100;
  private timer: Timer | undefined;

  note(): void {
    this.timer = setTimeout(() => flush(), FlushesAfterConstant.DELAY); // ok: over before it matters
  }

  destroy(): void {
    flush();
  }
}

const enum Pace {
  Flush = 15,
  Rest = 5000,
}

namespace Limits {
  export const FLUSH = 15;
}

export class FlushesInPace {
  private soon: Timer | undefined;
  private sooner: Timer | undefined;
  private late: Timer | undefined;

  note(): void {
    this.soon = setTimeout(() => flush(), Pace.Flush); // ok: over before it matters
    this.sooner = setTimeout(() => flush(), Limits.FLUSH); // ok: over before it matters
    this.late = setTimeout(() => flush(), Pace.Rest); // want never-released: "is not stopped by `destroy()`"
  }

  destroy(): void {
    flush();
  }
}

export class FlushesSoonEitherWay {
  #timer: Timer | undefined;

  note(isPaused: boolean): void {
    this.#timer = setTimeout(() => flush(), isPaused ? 100 : 0); // ok: over before it matters
  }

  destroy(): void {
    flush();
  }
}

export class FlushesLaterAtTimes {
  #timer: Timer | undefined;

  note(isPaused: boolean): void {
    this.#timer = setTimeout(() => flush(), isPaused ? 5000 : 0); // want never-released: "not stopped by `destroy()`"
  }

  destroy(): void {
    flush();
  }
}

/** What is handed on to a promise sets the next. */
export class GoesOnSoon {
  private static DELAY = 15;
  private timer: Timer | undefined;

  next(): void {
    this.timer = setTimeout(this.#send, GoesOnSoon.DELAY); // want never-released: "is not stopped by `destroy()`"
  }

  readonly #send = (): void => {
    void Promise.resolve(flush()).then(() => this.next());
  };

  destroy(): void {
    flush();
  }
}
