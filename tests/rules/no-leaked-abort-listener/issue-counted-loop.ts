// A loop that is counted ends by its count as well as by the abort.
declare function turn(signal: AbortSignal): Promise<boolean>;

export async function converse(max: number, signal: AbortSignal) {
  const own = new AbortController();
  signal.addEventListener("abort", () => own.abort()); // want discarded: "when the work is done"
  let count = 0;
  while (count < max && !own.signal.aborted) {
    await turn(own.signal);
    count++;
  }
}

export async function retry(signal: AbortSignal) {
  const own = new AbortController();
  signal.addEventListener("abort", () => own.abort()); // want discarded: "when the work is done"
  for (let i = 0; !signal.aborted && i < 3; i++) if (await turn(own.signal)) break;
}

export async function forever(signal: AbortSignal) {
  const own = new AbortController();
  signal.addEventListener("abort", () => own.abort()); // ok: it lasts until the abort
  while (!own.signal.aborted) await turn(own.signal);
}

export async function whileRunning(state: { running: boolean }, signal: AbortSignal) {
  const own = new AbortController();
  signal.addEventListener("abort", () => own.abort()); // ok: nobody sees that it ends otherwise
  while (state.running && !own.signal.aborted) await turn(own.signal);
}

export async function either(max: number, signal: AbortSignal) {
  const own = new AbortController();
  signal.addEventListener("abort", () => own.abort()); // ok: the count does not end it
  for (let i = 0; i < max || !own.signal.aborted; i++) await turn(own.signal);
}
