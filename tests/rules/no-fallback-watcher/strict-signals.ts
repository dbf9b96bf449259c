// options: {"causes": ["signal-copy"]}
export const copies = (signal: AbortSignal, options: RequestInit & { signal: AbortSignal }) => [
  fetch("/", { signal: { ...signal } }), // want signal-copy: "`fetch` throws a TypeError: a copy is no AbortSignal"
  fetch("/", { method: "PUT", signal: { ...options.signal, reason: 1 } as AbortSignal }), // want signal-copy: "`fetch`"
  AbortSignal.any([AbortSignal.timeout(5), { ...signal }]), // want signal-copy: "`AbortSignal.any` throws"
  fetch("/", { ...options, signal }), // ok: the signal itself
  fetch("/", { ...options.signal }), // ok: not as the signal
  AbortSignal.any([...[signal]]), // ok: a list
  AbortSignal.any([Object.create(signal)]), // ok: taken, and from Node 24 on followed
];

export function kept(signal: AbortSignal) {
  const copy = { ...signal }; // want signal-copy: "`fetch`"
  return fetch("/", { signal: copy });
}

export function own(signal: AbortSignal, fetch: (url: string, init: object) => void) {
  fetch("/", { signal: { ...signal } }); // ok: not the platform's
}
