declare function work(): Promise<string>;
declare const stream: { next(): Promise<string> };

function late(ms: number): Promise<never> {
  return new Promise((_, reject) => setTimeout(() => reject(new Error("late")), ms)); // want discarded: "line 9"
}

export async function byDeclaration() {
  return await Promise.race([work(), late(1000)]);
}

const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms)); // want discarded: "line 17"

export async function byArrow() {
  await sleep(10);
  const first = work();
  await Promise.race([first, sleep(1000)]);
}

async function pause(ms: number) {
  await new Promise((resolve) => setTimeout(resolve, ms)); // want discarded: "line 25"
}

export async function byAsyncFunction() {
  await Promise.race([work(), pause(1000)]);
}

export class Reader {
  async read() {
    return await Promise.race([stream.next(), this.#late(1000), Reader.never(5000)]);
  }

  #late(ms: number) {
    return new Promise<never>((_, reject) => {
      setTimeout(() => reject(new Error("late")), ms); // want discarded: "the race on line 30"
    });
  }

  static never = (ms: number) => new Promise<never>((_, reject) => setTimeout(reject, ms)); // want discarded: "line 30"

  pause(ms: number) {
    return new Promise((resolve) => setTimeout(resolve, ms)); // ok: never raced
  }

  async rest() {
    await this.pause(5);
  }
}

const inner = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms)); // want discarded: "line 53"
const outer = (seconds: number) => inner(seconds * 1000);

export const throughTwo = () => Promise.race([work(), outer(5)]);

const tick = () => new Promise((resolve) => setTimeout(resolve, 0)); // ok: over at once
const wait = (ms = 0) => new Promise((resolve) => setTimeout(resolve, ms)); // ok: every race of it is a probe

export async function isPending(promise: Promise<unknown>) {
  const pending = Symbol("pending");
  const first = await Promise.race([promise, tick().then(() => pending)]);
  const second = await Promise.race([promise, wait(0)]);
  await wait(50);
  return first === pending && second === undefined;
}

const delay = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms)); // ok: only ever waited for

export async function slowly() {
  await delay(5);
  await Promise.all([work(), delay(10)]);
}

async function slowWork() {
  await new Promise((resolve) => setTimeout(resolve, 100)); // ok: a pause in the work, which goes on behind it
  return await work();
}

export const aborted = (stop: Promise<never>) => Promise.race([slowWork(), stop]);

function deadline(ms: number) {
  let timer: NodeJS.Timeout | undefined;
  const promise = new Promise<never>((_, reject) => {
    timer = setTimeout(reject, ms); // ok: whoever asked for it can clear it
  });
  return { promise, clear: () => clearTimeout(timer) };
}

export async function withDeadline() {
  const { promise, clear } = deadline(100);
  try {
    return await Promise.race([work(), promise]);
  } finally {
    clear();
  }
}

const attempts = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms)); // ok: both racers are timers

export const either = () => Promise.race([attempts(5), attempts(6)]);
