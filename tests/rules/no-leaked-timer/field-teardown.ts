// A timer in a field belongs to the object, which must stop it in its teardown.
declare function poll(): void;

export class NeverStopped {
  #timer: ReturnType<typeof setInterval> | undefined;

  start(): void {
    this.#timer = setInterval(poll, 1000); // want never-released: "`this.#timer` is not stopped by `close()` on line 11"
  }

  close(): void {
    poll();
  }
}

export class Stopped {
  #timer: ReturnType<typeof setInterval> | undefined;

  start(): void {
    this.#timer = setInterval(poll, 1000); // ok: close() stops it
  }

  close(): void {
    clearInterval(this.#timer);
  }
}
