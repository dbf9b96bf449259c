declare const kSignal: unique symbol;
declare function turn(done: () => void): void;

/** A member without a name that could be looked for. */
export class Source {
  [kSignal] = new AbortController().signal;
  connect() {
    return new Promise<void>((resolve) => {
      turn(resolve);
      this[kSignal].addEventListener("abort", () => resolve(), { once: true }); // ok: nothing says whose signal it is
    });
  }
}
