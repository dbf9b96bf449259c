interface Options {
  readonly signal?: AbortSignal;
  readonly timeout?: number;
}

const merge = (signals: readonly AbortSignal[]): AbortSignal => {
  const controller = new AbortController();
  for (const signal of signals) signal.addEventListener("abort", () => controller.abort(signal.reason), { once: true }); // want merged: "signal"
  return controller.signal;
};

export async function request(url: string, options: Options) {
  const signals: AbortSignal[] = [];
  if (options.signal) signals.push(options.signal);
  if (options.timeout) signals.push(AbortSignal.timeout(options.timeout));
  return fetch(url, { signal: merge(signals) });
}

const mergeOwn = (signals: readonly AbortSignal[]): AbortSignal => {
  const controller = new AbortController();
  for (const signal of signals) signal.addEventListener("abort", () => controller.abort(signal.reason), { once: true }); // ok: all are of the call
  return controller.signal;
};

export async function requestOfOwn(url: string, options: Options) {
  const signals: AbortSignal[] = [new AbortController().signal];
  if (options.timeout) signals.push(AbortSignal.timeout(options.timeout));
  return fetch(url, { signal: mergeOwn(signals) });
}
