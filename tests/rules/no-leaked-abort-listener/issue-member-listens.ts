// A listener that is a member of the object, added when that is made.
declare function work(): void;

interface Options {
  request: { abortSignal?: AbortSignal };
}

export class Socket {
  #request: Options["request"];
  #open = true;

  constructor({ request }: Options) {
    this.#request = request;
    if (this.#request.abortSignal) {
      this.#request.abortSignal.addEventListener("abort", this.onAbort, { once: true }); // want unreached: "when `close()` has run"
    }
  }

  private onAbort = () => {
    this.#open = false;
    work();
  };

  removeEventListener(event: string, listener: () => void) {
    if (event === "x") listener();
  }

  close() {
    this.#open = false;
  }
}

export class Bound {
  #open = true;

  constructor(signal: AbortSignal) {
    signal.addEventListener("abort", this.onAbort.bind(this)); // want unreached: "when `close()` has run"
  }

  onAbort() {
    this.#open = false;
    work();
  }

  close() {
    this.#open = false;
  }
}

export class Removed {
  #open = true;

  constructor(private readonly signal: AbortSignal) {
    signal.addEventListener("abort", this.onAbort); // ok: removed in `close`
  }

  private readonly onAbort = () => {
    this.#open = false;
    work();
  };

  close() {
    this.#open = false;
    this.signal.removeEventListener("abort", this.onAbort);
  }
}

export class RemovedByName {
  #open = true;

  constructor(private readonly signal: AbortSignal) {
    signal.addEventListener("abort", this.onAbort); // ok: any event may be this one
  }

  private readonly onAbort = () => {
    this.#open = false;
    work();
  };

  close(event: string) {
    this.#open = false;
    this.signal.removeEventListener(event, this.onAbort);
  }
}

export class Tears {
  constructor(signal: AbortSignal) {
    signal.addEventListener("abort", this.close); // ok: it may live as long as its maker
  }

  close = () => {
    work();
  };
}

export class OnlyTears {
  constructor(signal: AbortSignal) {
    signal.addEventListener("abort", this.onAbort); // ok: so where it is called
  }

  private readonly onAbort = () => this.close();

  close() {
    work();
  }
}

export class OfTheCall {
  #open = true;

  start(signal: AbortSignal) {
    signal.addEventListener("abort", this.onAbort); // ok: the signal may be of this call
  }

  private readonly onAbort = () => {
    this.#open = false;
  };

  close() {
    this.#open = false;
  }
}

export class GivenByTheCaller {
  #open = true;

  constructor(signal: AbortSignal, private readonly onAbort: () => void) {
    signal.addEventListener("abort", this.onAbort); // ok: whose listener it is, is not known
  }

  close() {
    this.#open = false;
  }
}
