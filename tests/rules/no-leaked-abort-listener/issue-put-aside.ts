export function anyOf(signals: Iterable<AbortSignal>): AbortSignal {
  const listeners: (() => void)[] = [];
  const controller = new AbortController();
  for (const signal of signals) {
    const listener = () => controller.abort(signal.reason);
    signal.addEventListener("abort", listener); // want merged: "`listener` stays on `signal`"
    listeners.push(listener);
  }
  return controller.signal;
}

export function anyOfKept(signals: readonly AbortSignal[]) {
  const listeners: (() => void)[] = [];
  const controller = new AbortController();
  for (const signal of signals) {
    const listener = () => controller.abort(signal.reason);
    signal.addEventListener("abort", listener); // ok: what the caller gets removes it
    listeners.push(listener);
  }
  const remove = () => signals.forEach((each, i) => each.removeEventListener("abort", listeners[i]!));
  return { signal: controller.signal, remove };
}

const all: (() => void)[] = [];

export function anyOfModule(signals: Iterable<AbortSignal>): AbortSignal {
  const controller = new AbortController();
  for (const signal of signals) {
    const listener = () => controller.abort(signal.reason);
    signal.addEventListener("abort", listener); // ok: others may read the list
    all.push(listener);
  }
  return controller.signal;
}

export const removers = all;
