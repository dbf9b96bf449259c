import { Deferred } from "./deferred";

export function discarded(work: Promise<string>, ms: number): Promise<string> {
  const late = new Deferred<string>();
  setTimeout(() => late.reject(new Error("late")), ms); // want discarded: "when `late.resolve` on line 6 is first"
  work.then(late.resolve, late.reject);
  return late.promise;
}

export function parts(work: Promise<string>, ms: number) {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  setTimeout(reject, ms); // want discarded: "when `resolve` on line 13 is first"
  work.then(resolve, reject);
  return promise;
}

export function onSuccess(work: Promise<string>, ms: number) {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const timer = setTimeout(() => reject(new Error("late")), ms); // want exception: "`timer` is not cleared when `reject` on line 23"
  work.then((value) => {
    clearTimeout(timer);
    resolve(value);
  }, reject);
  return promise;
}

export function onFailure(work: Promise<string>, ms: number) {
  const late = new Deferred<string>();
  const timer = setTimeout(late.reject, ms); // want branch: "`timer` is not cleared when `late.resolve` on line 30"
  work.then(late.resolve, (error) => {
    clearTimeout(timer);
    late.reject(error);
  });
  return late.promise;
}

export function onBoth(work: Promise<string>, ms: number) {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const timer = setTimeout(() => reject(new Error("late")), ms); // ok: cleared on both
  work.then(resolve, reject).finally(() => clearTimeout(timer));
  return promise;
}

export function beside(work: Promise<string>, ms: number) {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const timer = setTimeout(() => reject(new Error("late")), ms); // ok: who has the promise clears the timer
  work.then(resolve, reject);
  return promise.finally(() => clearTimeout(timer));
}

export function stoppable(work: Promise<string>, ms: number) {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const timer = setTimeout(() => reject(new Error("late")), ms); // ok: the caller is given what clears it
  work.then(resolve, reject);
  return { promise, stop: () => clearTimeout(timer) };
}

export function handed(queue: Deferred<string>[], ms: number) {
  const late = new Deferred<string>();
  setTimeout(() => late.reject(new Error("late")), ms); // ok: whoever has the deferred is not known
  queue.push(late);
  return late.promise;
}

export function pause(ms: number) {
  const { promise, resolve } = Promise.withResolvers<void>();
  setTimeout(resolve, ms); // ok: nothing else settles it
  return promise;
}

export function unrefed(work: Promise<string>, ms: number) {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  setTimeout(reject, ms).unref(); // ok: it keeps nothing alive
  work.then(resolve, reject);
  return promise;
}

export function more(work: Promise<string>, ms: number, show: () => void) {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  // ok: it does something else too
  setTimeout(() => {
    show();
    reject(new Error("late"));
  }, ms);
  work.then(resolve, reject);
  return promise;
}

export function rejectedOnly(work: Promise<string>, ms: number, pass: (value: Promise<never>) => void) {
  const { promise, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(reject, ms); // want exception: "`timer` is not cleared when `reject` on line 95 is first"
  work.then(() => {
    clearTimeout(timer);
    reject(new Error("done"));
  }, reject);
  return promise;
}
