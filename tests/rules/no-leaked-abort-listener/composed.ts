// options: { "composed": true }
declare function work(signal: AbortSignal): Promise<void>;

export async function composed(outer: AbortSignal) {
  const own = new AbortController();
  const any = AbortSignal.any([outer, AbortSignal.timeout(100)]);
  any.addEventListener("abort", () => own.abort()); // want discarded: "stays on `any`"
  await work(own.signal);
}

export async function ofItsOwn() {
  const own = new AbortController();
  const any = AbortSignal.any([own.signal, AbortSignal.timeout(100)]);
  const next = new AbortController();
  any.addEventListener("abort", () => next.abort()); // ok: all of them are made here
  await work(next.signal);
}
