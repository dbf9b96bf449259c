declare const url: string;
declare function later(controller: AbortController): void;

export async function answer() {
  const controller = new AbortController();
  setTimeout(() => controller.abort(), 5000); // want discarded: "is dropped"
  const response = await fetch(url, { signal: controller.signal });
  return response.text();
}

export async function answerInOptions(ms: number) {
  const controller = new AbortController();
  setTimeout(() => { // want discarded: "is dropped"
    controller.abort(new Error("late"));
  }, ms);
  try {
    return await fetch(url, { method: "POST", signal: controller.signal }).then((response) => response.json());
  } catch (error) {
    if (controller.signal.aborted) return undefined;
    throw error;
  }
}

export function timeoutSignal(ms: number) {
  const controller = new AbortController();
  setTimeout(() => controller.abort(), ms); // ok: the caller has the signal
  return controller.signal;
}

export async function kept(ms: number) {
  const controller = new AbortController();
  setTimeout(() => controller.abort(), ms); // ok: somebody else has the controller
  later(controller);
  await fetch(url, { signal: controller.signal });
}

export function pending(ms: number) {
  const controller = new AbortController();
  setTimeout(() => controller.abort(), ms); // ok: the body may still be read
  return fetch(url, { signal: controller.signal });
}

export async function left(ms: number) {
  const controller = new AbortController();
  setTimeout(() => controller.abort(), ms); // ok: nobody waits for the work
  void fetch(url, { signal: controller.signal });
}

export async function more(ms: number) {
  const controller = new AbortController();
  setTimeout(() => { // ok: it does something else too
    later(controller);
    controller.abort();
  }, ms);
  await fetch(url, { signal: controller.signal });
}

export async function atOnce() {
  const controller = new AbortController();
  setTimeout(() => controller.abort(), 50); // ok: over soon
  await fetch(url, { signal: controller.signal });
}

export async function unreferenced(ms: number) {
  const controller = new AbortController();
  setTimeout(() => controller.abort(), ms).unref(); // ok: keeps nothing alive
  await fetch(url, { signal: controller.signal });
}

export async function ofAnother(controller: AbortController, ms: number) {
  setTimeout(() => controller.abort(), ms); // ok: not its own controller
  await fetch(url, { signal: controller.signal });
}

export async function heardByOthers(ms: number, onEnd: () => void) {
  const controller = new AbortController();
  setTimeout(() => controller.abort(), ms); // ok: somebody else listens for it
  controller.signal.addEventListener("abort", onEnd, { once: true });
  await fetch(url, { signal: controller.signal });
}
