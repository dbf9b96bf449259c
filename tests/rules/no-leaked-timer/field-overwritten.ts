// The next timer in a field while the one before runs: nobody can stop that one any more.
declare function poll(): void;
declare function wait(): Promise<void>;
type Timer = ReturnType<typeof setInterval>;

export class Twice {
  #timer: Timer | undefined;

  start(): void {
    this.#timer = setInterval(poll, 100); // want overwritten: "gets the next timer on line 12 while this one runs"
    poll();
    this.#timer = setInterval(poll, 1000); // ok: close() stops this one
  }

  close(): void {
    clearInterval(this.#timer);
  }
}

export class InALoop {
  private timer: Timer | undefined;

  start(urls: string[]): void {
    for (const url of urls) this.timer = setInterval(() => void fetch(url), 1000); // want overwritten: "in the next turn of the loop"
  }

  close(): void {
    clearInterval(this.timer);
  }
}

export class Replaced {
  private timer: Timer | undefined;

  start(): void {
    this.timer = setInterval(poll, 100); // ok: stopped before the next
    if (this.timer) clearInterval(this.timer);
    this.timer = setInterval(poll, 1000); // ok: close() stops it
  }

  restart(): void {
    this.timer = setInterval(poll, 100); // ok: close() stops it before the next
    this.close();
    this.timer = setInterval(poll, 1000); // ok: close() stops it
  }

  close(): void {
    clearInterval(this.timer);
  }
}

export class Pauses {
  private timer: Timer | undefined;
  private turns = 3;

  async run(): Promise<void> {
    while (this.turns-- > 0) {
      await new Promise<void>((resolve) => {
        this.timer = setTimeout(resolve, 100); // ok: over before the next turn
      });
    }
  }

  close(): void {
    clearTimeout(this.timer);
  }
}

export class Conditions {
  private timer: Timer | undefined;
  private readonly comments: string[] = [];

  add(comments: string[], fast: boolean): void {
    for (const comment of comments) {
      this.comments.push(comment);
      if (this.comments.length === 1) this.timer = setInterval(poll, 500); // ok: it is 1 only once
    }
    if (fast) this.timer = setInterval(poll, 50); // ok: perhaps never both
    else this.timer = setInterval(poll, 5000); // ok: one of them
  }

  close(): void {
    clearInterval(this.timer);
  }
}

export class Returns {
  private timer: Timer | undefined;

  async start(): Promise<void> {
    this.timer = setTimeout(poll, 1000); // ok: it may have fired in the wait
    await wait();
    this.timer = setTimeout(poll, 1000); // ok: close() stops it
  }

  close(): void {
    clearTimeout(this.timer);
  }
}

export class Guarded {
  private timer: Timer | undefined;

  start(urls: string[]): void {
    for (const _url of urls) {
      if (this.timer) continue;
      this.timer = setInterval(poll, 1000); // ok: only where there is none
    }
  }

  close(): void {
    clearInterval(this.timer);
  }
}
