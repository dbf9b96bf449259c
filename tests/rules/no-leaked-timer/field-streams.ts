// A stream is destroyed, whether its class writes `_destroy` or not, and then neither `_final` nor `_flush` runs.
import { Readable, Transform, Writable } from "node:stream";
type Timer = ReturnType<typeof setTimeout>;

export class Silence extends Readable {
  private idle?: Timer;

  feed(chunk: Buffer): void {
    if (this.idle) clearTimeout(this.idle);
    this.idle = setTimeout(() => this.push(null), 1000); // want never-released: "`_destroy()`, which is not written here"
    this.push(chunk);
  }
}

export class Batches extends Writable {
  #timer?: Timer;

  override _write(_chunk: unknown, _encoding: string, done: () => void): void {
    this.#timer ??= setInterval(() => this.emit("batch"), 1000); // want never-released: "not stopped by `_destroy()`"
    done();
  }

  override _final(done: () => void): void {
    clearInterval(this.#timer);
    done();
  }
}

export class Lines extends Transform {
  #timer?: Timer;

  override _transform(chunk: unknown, _encoding: string, done: () => void): void {
    this.#timer ??= setInterval(() => this.emit("tick"), 1000); // ok: _destroy() stops it
    this.push(chunk);
    done();
  }

  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    clearInterval(this.#timer);
    done(error);
  }
}

export class Listening extends Readable {
  #timer?: Timer;

  override _construct(done: () => void): void {
    this.#timer = setInterval(() => this.push("."), 1000); // ok: "close" follows every end
    this.once("close", () => clearInterval(this.#timer));
    done();
  }
}

export class FirstByte extends Transform {
  private timeout: Timer;

  constructor(ms: number) {
    super();
    this.timeout = setTimeout(() => this.destroy(new Error("no data")), ms); // want never-released: "not stopped by `_destroy()`"
  }

  override _transform(chunk: unknown, _encoding: string, done: () => void): void {
    clearTimeout(this.timeout);
    this.push(chunk);
    done();
  }
}

export class FirstRead extends Readable {
  #timer = setInterval(() => this.emit("waiting"), 1000); // want never-released: "not stopped by `_destroy()`"

  override _read(): void {
    clearInterval(this.#timer);
    this.push(null);
  }
}

export class StoppedByOthers extends Writable {
  #timer = setInterval(() => this.emit("waiting"), 1000); // ok: a method that others call stops it

  override _write(_chunk: unknown, _encoding: string, done: () => void): void {
    clearInterval(this.#timer);
    done();
  }

  ready(): void {
    clearInterval(this.#timer);
  }
}
