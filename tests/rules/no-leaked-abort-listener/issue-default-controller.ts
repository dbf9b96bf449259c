// A controller that is made where the caller gives none is made for one call, and so is the one that is given.
declare function begin(signal: AbortSignal): Promise<string>;

export async function created(controller = new AbortController()) {
  const { signal } = controller;
  return Promise.race([
    begin(signal),
    new Promise<never>((_, reject) => {
      signal.addEventListener("abort", () => reject(new Error("aborted"))); // ok: one for each call
    }),
  ]);
}

export async function option({ controller = new AbortController() }: { controller?: AbortController }) {
  const signal = controller.signal;
  return Promise.race([
    begin(signal),
    new Promise<never>((_, reject) => {
      signal.addEventListener("abort", () => reject(new Error("aborted")), { once: true }); // ok: so in options
    }),
  ]);
}

export async function signalOfIt(signal: AbortSignal = new AbortController().signal) {
  return Promise.race([
    begin(signal),
    new Promise<never>((_, reject) => {
      signal.addEventListener("abort", () => reject(new Error("aborted"))); // want raced: "wins the race"
    }),
  ]);
}

export async function given(controller: AbortController) {
  const { signal } = controller;
  return Promise.race([
    begin(signal),
    new Promise<never>((_, reject) => {
      signal.addEventListener("abort", () => reject(new Error("aborted"))); // want raced: "wins the race"
    }),
  ]);
}

export async function orElse(options: { controller?: AbortController }) {
  const controller = options.controller ?? new AbortController();
  return Promise.race([
    begin(controller.signal),
    new Promise<never>((_, reject) => {
      controller.signal.addEventListener("abort", () => reject(new Error("aborted"))); // ok: one for each call
    }),
  ]);
}

export async function orAnother(options: { controller?: AbortController }, shared: AbortController) {
  const controller = options.controller ?? shared;
  return Promise.race([
    begin(controller.signal),
    new Promise<never>((_, reject) => {
      controller.signal.addEventListener("abort", () => reject(new Error("aborted"))); // want raced: "wins the race"
    }),
  ]);
}
