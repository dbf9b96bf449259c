export function merge(first: AbortSignal, ...more: AbortSignal[]) {
  const controller = new AbortController();
  const forward = () => controller.abort();
  first.addEventListener("abort", forward, { once: true }); // want merged: "`forward` stays on `first`"
  for (const signal of more) {
    signal.addEventListener("abort", () => controller.abort(signal.reason)); // want merged: "stays on `signal`"
  }
  return controller.signal;
}

export function mergeThose(...signals: (AbortSignal | undefined)[]): AbortSignal | undefined {
  const live = signals.filter((each): each is AbortSignal => each !== undefined);
  if (live.length <= 1) return live[0];
  const controller = new AbortController();
  for (const each of live) {
    if (each.aborted) {
      controller.abort(each.reason);
      break;
    }
    each.addEventListener("abort", () => controller.abort(each.reason), { once: true }); // want merged: "stays on `each`"
  }
  return controller.signal;
}

export const mergeAll = (signals: AbortSignal[]) => {
  const controller = new AbortController();
  signals.forEach((signal) => {
    signal.addEventListener("abort", () => controller.abort()); // want discarded: "stays on `signal`"
  });
  return controller;
};

export function wrapSignal(abort: AbortController, options?: { signal?: AbortSignal }) {
  if (options?.signal) options.signal.addEventListener("abort", () => abort.abort()); // want discarded: "`options.signal`"
  return { ...options, signal: abort.signal };
}

export function withCleanup(signal: AbortSignal) {
  const controller = new AbortController();
  const forward = () => controller.abort();
  signal.addEventListener("abort", forward); // ok: the remover is returned
  return { signal: controller.signal, cleanup: () => signal.removeEventListener("abort", forward) };
}

export function removesFromAll(...signals: AbortSignal[]) {
  const controller = new AbortController();
  const all = signals.concat(controller.signal);
  for (const signal of all) signal.addEventListener("abort", onAbort); // ok: its own controller removes it
  function onAbort() {
    controller.abort();
    for (const signal of all) signal.removeEventListener("abort", onAbort);
  }
  return controller;
}

export async function composed(outer: AbortSignal, work: (signal: AbortSignal) => Promise<void>) {
  const own = new AbortController();
  const any = AbortSignal.any([outer, AbortSignal.timeout(100)]);
  any.addEventListener("abort", () => own.abort()); // ok: only strict asks for it
  await work(own.signal);
}
