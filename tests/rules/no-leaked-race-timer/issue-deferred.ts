declare function work(): Promise<number>;
declare function register(value: unknown): void;
declare function flush(): void;
declare function deferred<T>(): { promise: Promise<T>; resolve(value?: T): void; reject(error?: unknown): void };
declare class PromiseDelegate<T> {
  promise: Promise<T>;
  resolve(value?: T): void;
  reject(error?: unknown): void;
}

export function taken(ms: number) {
  const { promise, reject } = Promise.withResolvers<never>();
  setTimeout(reject, ms); // want discarded: "the race on line 14 is won by another"
  return Promise.race([work(), promise]);
}

export async function renamed(ms: number) {
  const { promise: late, resolve: end } = deferred<void>();
  setTimeout(() => end(), ms); // want discarded: "goes on when"
  await Promise.race([work(), late]);
}

export function ofAnObject(ms: number) {
  const late = new PromiseDelegate<void>();
  setTimeout(() => { // want discarded: "goes on when"
    late.reject("late");
  }, ms);
  Promise.race([late.promise, work()]).catch(() => {});
}

export async function keptReject(ms: number) {
  let reject: (error: Error) => void = () => {};
  const late = new Promise<never>((_, no) => {
    reject = no;
  });
  setTimeout(() => reject(new Error("late")), ms); // want discarded: "goes on when"
  return await Promise.race([work(), late]);
}

export async function onSuccessOnly(ms: number) {
  const late = deferred<never>();
  const timer = setTimeout(() => late.reject(new Error("late")), ms); // want exception: "`timer` is not cleared"
  const value = await Promise.race([work(), late.promise]);
  clearTimeout(timer);
  return value;
}

export async function neverCleared(ms: number) {
  const late = deferred<never>();
  const timer = setTimeout(() => late.reject(new Error("late")), ms); // want never-released: "`timer`"
  console.log(timer !== undefined);
  return await Promise.race([work(), late.promise]);
}

export async function inFinally(ms: number) {
  const late = deferred<never>();
  const timer = setTimeout(() => late.reject(new Error("late")), ms); // ok: cleared on every path
  try {
    return await Promise.race([work(), late.promise]);
  } finally {
    clearTimeout(timer);
  }
}

export function inReaction(ms: number) {
  const { promise, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(reject, ms); // ok: cleared when the race is over
  return Promise.race([work(), promise]).finally(() => clearTimeout(timer));
}

export async function told(ms: number) {
  const late = deferred<"late">();
  const timer = setTimeout(() => late.resolve("late"), ms); // ok: where it is not cleared, it was first
  const first = await Promise.race([work().catch(() => 0), late.promise]);
  if (first === "late") return 0;
  clearTimeout(timer);
  return first;
}

export async function resolvedOnly(ms: number) {
  const late = deferred<void>();
  const timer = setTimeout(() => late.reject(), ms); // ok: only the timer rejects
  await Promise.race([work().catch(() => 0), late.promise]);
  clearTimeout(timer);
}

export function unreferenced(ms: number) {
  const { promise, reject } = Promise.withResolvers<never>();
  setTimeout(reject, ms).unref(); // ok: it keeps nothing alive
  return Promise.race([work(), promise]);
}

export async function atLeast(ms: number) {
  const least = deferred<void>();
  setTimeout(() => least.resolve(), ms); // ok: it is waited for in the end
  const first = await Promise.race([work(), least.promise]);
  await least.promise;
  return first;
}

export function shared(ms: number) {
  const late = deferred<never>();
  register(late);
  setTimeout(() => late.reject(), ms); // ok: others may wait for it
  return Promise.race([work(), late.promise]);
}

export function worksToo(ms: number) {
  const late = deferred<void>();
  setTimeout(() => { // ok: the timer is there to do something
    flush();
    late.resolve();
  }, ms);
  return Promise.race([work(), late.promise]);
}

export async function waited(ms: number) {
  const { promise, resolve } = Promise.withResolvers<void>();
  setTimeout(resolve, ms); // ok: nothing races it
  await promise;
}

export function elsewhere(ms: number) {
  const { promise, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(reject, ms); // ok: the caller has the id
  return { first: Promise.race([work(), promise]), stop: () => clearTimeout(timer) };
}

export async function probe() {
  const now = deferred<void>();
  setTimeout(() => now.resolve(), 0); // ok: it is over at once
  return await Promise.race([work(), now.promise]);
}

export async function later(socket: { on(event: string, run: () => void): void }, ms: number) {
  const idle = deferred<void>();
  socket.on("pause", () => {
    setTimeout(() => idle.resolve(), ms); // ok: it may start when the race is over
  });
  await Promise.race([work(), idle.promise]);
}

export async function inTurns(isOver: () => boolean, ms: number) {
  while (!isOver()) {
    const tick = deferred<void>();
    setTimeout(tick.resolve, ms); // want discarded: "goes on when"
    await Promise.race([work(), tick.promise]);
  }
}

export async function clearedByAnEvent(socket: { once(event: string, run: () => void): void }, ms: number) {
  const open = deferred<void>();
  const timer = setTimeout(() => open.reject(), ms); // ok: who settles it clears
  socket.once("open", () => {
    clearTimeout(timer);
    open.resolve();
  });
  await Promise.race([open.promise, work()]);
}

export async function flagged(ms: number) {
  let isLate = false;
  const late = deferred<void>();
  const timer = setTimeout(() => { // ok: where it is not cleared, it has fired
    isLate = true;
    late.resolve();
  }, ms);
  await Promise.race([work().catch(() => 0), late.promise]);
  if (isLate) return;
  clearTimeout(timer);
}

export class Session {
  #late = deferred<void>();
  wait(ms: number) {
    const late = this.#late;
    setTimeout(() => late.resolve(), ms); // ok: the promise is of the object
    return Promise.race([work(), late.promise]);
  }
}

export function guarded(ms: number) {
  const { promise, reject } = Promise.withResolvers<never>();
  promise.catch(() => {});
  setTimeout(() => reject(new Error("late")), ms); // want discarded: "goes on when"
  return Promise.race([work(), promise]);
}

export async function racedWhereItIsMade(ms: number) {
  let fail: (error: Error) => void = () => {};
  setTimeout(() => fail(new Error("late")), ms); // want discarded: "goes on when"
  return await Promise.race([
    work(),
    new Promise<never>((_, reject) => {
      fail = reject;
    }),
  ]);
}
