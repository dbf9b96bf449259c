// Who says nothing of a field, and stops its timers within the class before the next one, keeps it for the class.
declare function poll(): void;
declare function Input(): PropertyDecorator;
type Timer = ReturnType<typeof setTimeout>;

export class Debounces {
  debounce: Timer | undefined;

  touch(): void {
    clearTimeout(this.debounce);
    this.debounce = setTimeout(() => poll(), 500); // want never-released: "not stopped by `close()`"
  }

  close(): void {
    poll();
  }
}

export class StoppedByOthers {
  debounce: Timer | undefined;

  touch(): void {
    this.debounce = setTimeout(() => poll(), 500); // ok: others may stop it, nobody does here
  }

  close(): void {
    poll();
  }
}

export class ForThoseBelow {
  protected debounce: Timer | undefined;

  touch(): void {
    clearTimeout(this.debounce);
    this.debounce = setTimeout(() => poll(), 500); // ok: a class that extends it may stop it
  }

  close(): void {
    poll();
  }
}

export class ForAll {
  public debounce: Timer | undefined;

  touch(): void {
    clearTimeout(this.debounce);
    this.debounce = setTimeout(() => poll(), 500); // ok: it is said to be everybody's
  }

  close(): void {
    poll();
  }
}

export class ForAFramework {
  @Input() debounce: Timer | undefined;

  touch(): void {
    clearTimeout(this.debounce);
    this.debounce = setTimeout(() => poll(), 500); // ok: it is set from outside
  }

  close(): void {
    poll();
  }
}

export class StopsForGood {
  debounce: Timer | undefined;

  touch(): void {
    clearTimeout(this.debounce);
    this.debounce = setTimeout(() => poll(), 500); // ok: pause() stops it
  }

  pause(): void {
    clearTimeout(this.debounce);
  }

  close(): void {
    poll();
  }
}

/** Late, it only tells: it is there for the time that it lasts. */
export class CoolsDown {
  private cooling: Timer | null = null;

  start(): void {
    if (this.cooling) return;
    this.cooling = setTimeout(() => { // ok: it sets something, and writes a log
      console.log("may start again");
      this.cooling = null;
    }, 5000);
  }

  close(): void {
    poll();
  }
}
