// A function that waits for a promise of its own, which its timer settles.
declare function work(): Promise<string>;
declare const child: { once(event: string, listener: () => void): void };

const sleep = async (ms: number) => {
  const { promise, resolve } = Promise.withResolvers<void>();
  setTimeout(resolve, ms); // want discarded: "when the race on line 14 is won"
  await promise;
};

export async function exited(ms: number) {
  const { promise, resolve } = Promise.withResolvers<void>();
  child.once("exit", () => resolve());
  await Promise.race([promise, sleep(ms)]);
}

const later = async (ms: number) => {
  const { promise, resolve } = Promise.withResolvers<void>();
  setTimeout(resolve, ms); // ok: what is raced is the work behind it
  await promise;
  return await work();
};

export async function either(ms: number) {
  return await Promise.race([work(), later(ms)]);
}

const first = async (ms: number) => {
  const { promise, resolve } = Promise.withResolvers<void>();
  void work();
  setTimeout(resolve, ms); // ok: it begins some work, and may be more than a time
  await promise;
};

export async function begun(ms: number) {
  return await Promise.race([work(), first(ms)]);
}
