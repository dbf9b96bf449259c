declare function work(): Promise<string>;
declare const controller: AbortController;
class LateError extends Error {}

export async function rejects(ms: number) {
  return await Promise.race([
    work(),
    new Promise<never>((_, reject) => setTimeout(() => reject(new LateError()), ms)), // want discarded: "the race on line 6"
  ]);
}

export function notAsync(ms: number) {
  return Promise.race([
    work(),
    new Promise((_, reject) => {
      setTimeout(reject, ms, new LateError()); // want discarded: "the race on line 13"
    }),
  ]);
}

export async function resolves(ms: number) {
  let tooLate = false;
  const result = await Promise.race([
    work(),
    new Promise<undefined>((resolve) => {
      setTimeout(() => { // want discarded: "the race on line 23"
        tooLate = true;
        resolve(undefined);
      }, ms);
    }),
  ]);
  return tooLate ? "late" : result;
}

export async function any(ms: number) {
  return Promise.any([work(), new Promise((resolve) => setTimeout(resolve, ms, "default"))]); // want discarded: "the race on line 36"
}

export async function ofTheWindow(ms: number) {
  await Promise.race([work(), new Promise((resolve) => window.setTimeout(resolve, ms))]); // want discarded: "race"
  await Promise.race([work(), new Promise((resolve) => globalThis.setTimeout(resolve, ms))]); // want discarded: "race"
  await Promise.race([work(), new Promise((resolve) => self.setTimeout(resolve, ms))]); // want discarded: "race"
}

export async function withOtherEffects(ms: number) {
  await Promise.race([
    work(),
    new Promise((_, reject) =>
      setTimeout(() => { // want discarded: "line 46"
        controller.abort();
        reject(new LateError());
      }, ms),
    ),
  ]);
}

export async function withReactions(ms: number) {
  await Promise.race([
    work(),
    new Promise((resolve) => setTimeout(resolve, ms)).then(() => { // want discarded: "line 58"
      throw new LateError();
    }),
  ]);
}

export async function inAnAsyncFunction(ms: number) {
  await Promise.race([
    work(),
    (async () => {
      await new Promise((resolve) => setTimeout(resolve, ms)); // want discarded: "line 67"
      throw new LateError();
    })(),
  ]);
}

export async function inALoop(ms: number) {
  for (let attempt = 0; attempt < 3; attempt++) {
    try {
      return await Promise.race([work(), new Promise((_, reject) => setTimeout(reject, ms))]); // want discarded: "line 79"
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 500)); // ok: waited for
    }
  }
  throw new Error("failed");
}

export async function keptForNothing(ms: number) {
  await Promise.race([
    work(),
    new Promise((_, reject) => {
      const timer = setTimeout(() => { // want never-released: "`timer` is never cleared"
        clearTimeout(timer);
        reject(new LateError());
      }, ms);
    }),
  ]);
}

export async function unreferenced(ms: number) {
  await Promise.race([work(), new Promise((resolve) => setTimeout(resolve, ms).unref())]); // ok: keeps nothing alive
  await Promise.race([
    work(),
    new Promise((resolve) => {
      const timer = setTimeout(resolve, ms); // ok: keeps nothing alive
      if (typeof timer === "object") timer.unref?.();
    }),
  ]);
}

export async function nothingElse(ms: number) {
  await Promise.race([new Promise((resolve) => setTimeout(resolve, ms))]); // ok: no other racer
}

export async function onlyTimers(ms: number) {
  await Promise.race([
    new Promise((resolve) => setTimeout(resolve, ms)), // ok: all racers are timers
    new Promise((resolve) => setTimeout(resolve, 2 * ms)), // ok: all racers are timers
  ]);
}

export async function isPending(promise: Promise<unknown>) {
  const pending = Symbol("pending");
  const first = await Promise.race([promise, new Promise((resolve) => setTimeout(resolve, 0, pending))]); // ok: a probe
  const second = await Promise.race([promise, new Promise((resolve) => setImmediate(resolve, pending))]); // ok: a probe
  return first === pending && second === pending;
}

export async function awaited(ms: number) {
  await new Promise((resolve) => setTimeout(resolve, ms)); // ok: waited for
  await Promise.all([work(), new Promise((resolve) => setTimeout(resolve, ms))]); // ok: waited for
}

export async function inAll(ms: number) {
  await Promise.allSettled([new Promise((resolve) => setTimeout(resolve, ms)), work()]); // ok: waited for
}

export async function main(ms: number) {
  await Promise.race([work(), new Promise((_, reject) => setTimeout(reject, ms))]); // ok: the process ends
  process.exit(0);
}

export function handedOut(ms: number) {
  const timers: NodeJS.Timeout[] = [];
  const race = Promise.race([
    work(),
    new Promise((resolve) => {
      timers.push(setTimeout(resolve, ms)); // ok: somebody has the id
    }),
  ]);
  return { race, timers };
}
