declare function poll(): void;
type Timer = ReturnType<typeof setInterval>;

export class Inverted {
  private timer: Timer | null = null;

  start(): void {
    this.timer = setInterval(poll, 1000); // want never-released: "`this.timer` is not stopped by `close()` on line 11"
  }

  close(): void {
    if (!this.timer) {
      clearInterval(this.timer!);
      this.timer = null;
    }
  }
}

export class UnderAnotherName {
  private timer: Timer | null = null;

  constructor() {
    this.timer = setInterval(poll, 1000); // want never-released: "`this.timer` is not stopped by `clear()` on line 26"
  }

  clear(): void {
    if (this.timer == null) clearInterval(this.timer!);
  }
}

export class ReturnsFirst {
  #timer: Timer | undefined;

  start(): void {
    this.#timer = setInterval(poll, 1000); // want never-released: "`this.#timer` is not stopped by `stop()` on line 38"
  }

  stop(): void {
    if (this.#timer) return;
    clearInterval(this.#timer);
  }
}

export class RightWay {
  private timer: Timer | null = null;

  start(): void {
    this.timer = setInterval(poll, 1000); // ok: cleared where there is one
  }

  close(): void {
    if (!this.timer) return;
    clearInterval(this.timer);
    this.timer = null;
  }
}

export class Elsewhere {
  private timer: Timer | null = null;

  start(): void {
    this.timer = setInterval(poll, 1000); // ok: `pause` clears
  }

  pause(): void {
    clearInterval(this.timer!);
  }

  close(): void {
    if (!this.timer) clearInterval(this.timer!);
  }
}

export class TakenFirst {
  private timer: Timer | null = null;

  start(): void {
    this.timer = setInterval(poll, 1000); // ok: the id is taken out before the test
  }

  close(): void {
    const timer = this.timer;
    this.timer = null;
    if (!this.timer) clearInterval(timer!);
  }
}

export class Debounced {
  private timer: Timer | undefined;

  later(): void {
    if (!this.timer) clearTimeout(this.timer);
    this.timer = setTimeout(() => poll(), 100); // ok: no method is there to end it
  }
}

export class OtherFlag {
  private timer: Timer | undefined;
  private running = false;

  start(): void {
    this.running = true;
    this.timer = setInterval(poll, 1000); // ok: what the flag says is not known
  }

  close(): void {
    if (!this.running) clearInterval(this.timer);
  }
}

export class OfAnotherKind {
  private timer: number = 0;

  start(): void {
    this.timer = Number(setInterval(poll, 1000)); // ok: a number of its own
  }

  close(): void {
    if (this.timer !== 0) clearInterval(this.timer);
  }
}

export class WithAnElse {
  private timer: Timer | null = null;

  start(): void {
    this.timer = setInterval(poll, 1000); // ok: the other branch clears
  }

  close(): void {
    if (!this.timer) poll();
    else clearInterval(this.timer);
  }
}

export class OneShotWithoutAnEnd {
  private timer: Timer | undefined;

  show(): void {
    this.timer = setTimeout(() => poll(), 100); // ok: it is over soon, and the object goes on
  }

  hide(): void {
    if (!this.timer) clearTimeout(this.timer);
  }
}
