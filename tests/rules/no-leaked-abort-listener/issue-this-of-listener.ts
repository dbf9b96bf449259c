declare function work(signal: AbortSignal): Promise<string>;

/** In a `function` that listens, `this` is the signal. */
export const merge = (signals: AbortSignal[]): AbortSignal => {
  const own = new AbortController();
  function abort(this: AbortSignal) {
    own.abort(this.reason);
    clean();
  }
  function clean() {
    for (const signal of signals) signal.removeEventListener("abort", abort);
  }
  for (const signal of signals) signal.addEventListener("abort", abort); // want merged: "`abort` stays on `signal`"
  return own.signal;
};

export async function request(signal: AbortSignal) {
  const own = new AbortController();
  // prettier-ignore
  signal.addEventListener("abort", function () { own.abort(this.reason); }); // want discarded: "stays on `signal`"
  return await work(own.signal);
}

export async function saysWhat(signal: AbortSignal) {
  const own = new AbortController();
  signal.addEventListener("abort", () => own.abort("this was aborted")); // want discarded: "stays on `signal`"
  return await work(own.signal);
}

export class Job {
  async run(signal: AbortSignal) {
    const own = new AbortController();
    signal.addEventListener("abort", () => this.stop(own)); // ok: it acts on the object around
    return await work(own.signal);
  }
  async runBound(signal: AbortSignal) {
    const own = new AbortController();
    const stop = function (this: Job) {
      this.stop(own);
    };
    signal.addEventListener("abort", stop.bind(this)); // ok: it acts on the object around
    return await work(own.signal);
  }
  async runLater(signal: AbortSignal) {
    const own = new AbortController();
    signal.addEventListener("abort", () => setTimeout(() => this.stop(own))); // ok: it acts on the object around
    return await work(own.signal);
  }
  stop(own: AbortController) {
    own.abort();
  }
}

export function follows(parent: AbortController, own: AbortController) {
  // prettier-ignore
  parent.signal.addEventListener("abort", function () { own.abort(this.reason); }); // ok: the caller has both
  return own;
}
