// A timer in a field belongs to the object, which must stop it in its teardown. A release anywhere in the class that
// may end the object keeps the rule quiet.
declare function poll(): void;
declare const emitter: { on(event: string, handler: () => void): void };
type Timer = ReturnType<typeof setInterval>;

export class NeverStopped {
  #timer: Timer | undefined;

  start(): void {
    this.#timer = setInterval(poll, 1000); // want never-released: "`this.#timer` is not stopped by `close()` on line 14"
  }

  close(): void {
    poll();
  }
}

export class OneShot {
  private timer: Timer | undefined;

  later(): void {
    this.timer = setTimeout(() => poll(), 60_000); // want never-released: "Call `clearTimeout(this.timer)` there"
  }

  [Symbol.dispose](): void {
    poll();
  }
}

export class InField {
  private readonly timer = setInterval(poll, 1000); // want never-released: "`dispose()` on line 34"

  dispose(): void {
    poll();
  }
}

export class OnlyBeforeTheNext {
  #debounce: Timer | undefined;

  touch(): void {
    if (this.#debounce) clearTimeout(this.#debounce);
    this.#debounce = setTimeout(() => poll(), 500); // want never-released: "not stopped by `destroy()`"
  }

  destroy(): void {
    poll();
  }
}

export class BeforeTheNextOneHopAway {
  #debounce: Timer | undefined;

  touch(): void {
    clearTimeout(this.#debounce);
    this.#arm();
  }

  #arm(): void {
    this.#debounce = setTimeout(() => poll(), 500); // want never-released: "not stopped by `destroy()`"
  }

  destroy(): void {
    poll();
  }
}

/** The reader of a clear that may stop here, and not only make room. */
export class ClearedForGood {
  #debounce: Timer | undefined;

  touch(ms: number): void {
    clearTimeout(this.#debounce);
    if (ms > 0) this.#debounce = setTimeout(() => poll(), ms); // ok: touch(0) stops it
  }

  close(): void {
    this.touch(0);
  }
}

export class Stopped {
  #timer: Timer | undefined;

  start(): void {
    this.#timer = setInterval(poll, 1000); // ok: close() stops it
  }

  close(): void {
    clearInterval(this.#timer);
  }
}

export class OtherKind {
  private timer: Timer | undefined;

  start(): void {
    this.timer = setInterval(poll, 1000); // ok: clearTimeout stops intervals too
  }

  stop(): void {
    clearTimeout(this.timer);
  }
}

export class AnotherMethod {
  private timer: Timer | undefined;

  start(): void {
    this.timer = setInterval(poll, 1000); // ok: a public method stops it
  }

  pause(): void {
    clearInterval(this.timer);
  }

  close(): void {
    poll();
  }
}

export class ByAlias {
  private aliased: Timer | undefined;

  start(): void {
    this.aliased = setInterval(poll, 1000); // ok: stopped through a local
  }

  stop(): void {
    const { aliased } = this;
    if (aliased) clearInterval(aliased);
  }
}

export class ByAssignedAlias {
  private timer: Timer | undefined;

  start(): void {
    this.timer = setInterval(poll, 1000); // ok: stopped through a local
  }

  stop(): void {
    const old = this.timer;
    this.timer = undefined;
    clearInterval(old);
  }
}

export class ByName {
  private fastTimer: Timer | undefined;
  private slowTimer: Timer | undefined;

  start(): void {
    this.fastTimer = setInterval(poll, 100); // ok: stop() reaches any member
    this.slowTimer = setInterval(poll, 1000); // ok: stop() reaches any member
  }

  private clear(kind: "fast" | "slow"): void {
    clearInterval(this[`${kind}Timer`]);
  }

  stop(): void {
    this.clear("fast");
    this.clear("slow");
  }
}

export class ByGivenName {
  private named: Timer | undefined;

  start(): void {
    this.named = setInterval(poll, 1000); // ok: somebody is told its name
  }

  stop(): void {
    stopAll(this, ["named"]);
  }
}
declare function stopAll(object: object, names: string[]): void;

export class ByCollection {
  private first: Timer | undefined;
  private second: Timer | undefined;

  start(): void {
    this.first = setInterval(poll, 1000); // ok: stopped in a loop over both
    this.second = setInterval(poll, 1000); // ok: stopped in a loop over both
  }

  stop(): void {
    for (const timer of [this.first, this.second]) clearInterval(timer);
  }
}

export class ByHelper {
  private timer: Timer | undefined;

  start(): void {
    this.timer = setInterval(poll, 1000); // ok: a function is given it
  }

  stop(): void {
    stopTimer(this.timer);
  }
}
declare function stopTimer(timer: Timer | undefined): void;

export class ByOwnMethod {
  private timer: NodeJS.Timeout | undefined;

  start(): void {
    this.timer = setTimeout(poll, 1000); // ok: a timer of Node.js has close()
  }

  stop(): void {
    this.timer?.close();
  }
}

export class InCallback {
  private timer: Timer | undefined;

  start(): void {
    this.timer = setInterval(() => poll(), 1000); // ok: an event stops it
    emitter.on("end", () => clearInterval(this.timer));
  }

  stop(): void {
    poll();
  }
}

export class HandedOut {
  private timer: Timer | undefined;

  start(): Timer {
    this.timer = setInterval(poll, 1000); // ok: the caller has it
    return this.timer;
  }

  stop(): void {
    poll();
  }
}

/** Whoever has the object may clear what it shows. */
export class Shown {
  timer: Timer | undefined;

  start(): void {
    this.timer = setInterval(poll, 1000); // ok: not private
  }

  stop(): void {
    poll();
  }
}

export class Base {
  protected _timer: Timer | undefined;

  start(): void {
    this._timer = setInterval(poll, 1000); // ok: the class below stops it
  }

  stop(): void {
    poll();
  }
}

export class Derived extends Base {
  override stop(): void {
    clearInterval(this._timer);
  }
}

export class NoEnd {
  private timer: Timer | undefined;

  start(): void {
    this.timer = setInterval(poll, 1000); // ok: nothing says that it ends
  }
}

export abstract class NotWritten {
  private timer: Timer | undefined;

  start(): void {
    this.timer = setInterval(poll, 1000); // ok: the teardown does nothing here
  }

  close(): void {
    throw new Error("not implemented");
  }

  abstract stop(): void;
}

export class OfAnother {
  #peer: { theirs: Timer | undefined } = { theirs: undefined };

  start(): void {
    this.#peer.theirs = setInterval(poll, 1000); // ok: the field of another object
  }

  close(): void {
    poll();
  }
}
