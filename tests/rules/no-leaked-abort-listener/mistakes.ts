declare function work(signal?: AbortSignal): Promise<string>;

export async function addsAgain() {
  const own = new AbortController();
  const { signal } = own;
  const onAbort = () => {};
  signal.addEventListener("abort", onAbort); // ok: the second one is wrong
  const cleanUp = () => {
    signal.addEventListener("abort", onAbort); // want added-again: "`removeEventListener` was meant"
  };
  try {
    await work(signal);
  } finally {
    cleanUp();
  }
}

export async function removesAnother(signal: AbortSignal) {
  const own = new AbortController();
  signal.addEventListener("abort", () => own.abort()); // want other-function: "line 24 removes another function"
  try {
    await work(own.signal);
  } finally {
    signal.removeEventListener("abort", () => own.abort());
  }
}

export async function removesAFreshBinding(signal: AbortSignal) {
  const own = new AbortController();
  signal.addEventListener("abort", own.abort.bind(own)); // want other-function: "Give both calls the same one"
  await work(own.signal);
  signal.removeEventListener("abort", own.abort.bind(own));
}

export async function removesForTheOtherPhase(signal: AbortSignal) {
  const own = new AbortController();
  const forward = () => own.abort();
  signal.addEventListener("abort", forward, { capture: true }); // want other-phase: "with another `capture` than line 42"
  try {
    await work(own.signal);
  } finally {
    signal.removeEventListener("abort", forward);
  }
}

export async function removesForBothPhases(signal: AbortSignal) {
  const own = new AbortController();
  const forward = () => own.abort();
  signal.addEventListener("abort", forward, true); // ok: one of them removes it
  try {
    await work(own.signal);
  } finally {
    signal.removeEventListener("abort", forward, true);
    signal.removeEventListener("abort", forward);
  }
}

export class RemovesAFreshBindingOfItsField {
  readonly #own = new AbortController();

  constructor(private readonly signal: AbortSignal) {
    signal.addEventListener("abort", this.onAbort.bind(this)); // want other-function: "line 70 removes another function"
  }

  private onAbort() {
    this.#own.abort();
  }

  close() {
    this.signal.removeEventListener("abort", this.onAbort.bind(this));
    this.#own.abort();
  }
}

export class RemovesAnotherOfAKeptSignal {
  readonly #own = new AbortController();
  readonly #signal: AbortSignal;

  constructor(signal: AbortSignal) {
    this.#signal = signal;
    signal.addEventListener("abort", () => this.stop()); // want other-function: "line 89 removes another function"
  }

  stop() {
    this.#own.abort();
  }

  close() {
    this.#signal.removeEventListener("abort", () => this.stop());
  }
}

export class RemovesTheSame {
  readonly #own = new AbortController();
  readonly #stop = () => this.#own.abort();

  constructor(private readonly signal: AbortSignal) {
    signal.addEventListener("abort", this.#stop); // ok: the field has one function
  }

  close() {
    this.signal.removeEventListener("abort", this.#stop);
  }
}

export class RemovesOfAnother {
  readonly #own = new AbortController();

  constructor(
    private readonly signal: AbortSignal,
    private readonly other: { readonly signal: AbortSignal },
  ) {
    signal.addEventListener("abort", this.onAbort.bind(this)); // ok: the removal is for another signal
  }

  onAbort() {
    this.#own.abort(this.signal.reason);
  }

  leave() {
    this.other.signal.removeEventListener("abort", this.onAbort.bind(this));
  }
}
