import { once } from "node:events";

declare function next(): Promise<string>;
declare function sleep(ms: number): Promise<void>;
declare function start(): Promise<void>;
declare function use(item: unknown): void;
interface Context {
  done(): Promise<void>;
  err(): Error | undefined;
}

export async function contexts(ctx: Context) {
  for (;;) {
    const item = await Promise.race([ctx.done(), next()]); // want reaction: "loop on line 13 adds a reaction to `ctx.done()`"
    if (!item) return;
    use(item);
  }
}

export async function asksAnyway(ctx: Context) {
  while (!ctx.err()) {
    await Promise.race([ctx.done(), sleep(1_000)]); // want poll: "Ask for the end once a turn"
    use(1);
  }
}

export async function withReaction(ctx: Context) {
  while (true) {
    const item = await Promise.race([ctx.done().then(() => undefined), next()]); // want reaction: "only freed when it settles"
    if (item === undefined) break;
  }
}

export async function heldBefore(ctx: Context) {
  const done = ctx.done();
  do {
    use(await Promise.race([next(), done])); // want reaction: "a reaction to `done`"
  } while (!ctx.err());
}

export async function listensAnew(signal: AbortSignal) {
  while (!signal.aborted) {
    await Promise.race([once(signal, "abort"), next()]); // want listener: "adds a listener"
  }
}

export async function listensOnce(signal: AbortSignal) {
  const aborted = once(signal, "abort");
  while (!signal.aborted) {
    await Promise.race([aborted, next()]); // want reaction: "a reaction to `aborted`"
  }
}

export async function ownSignal(signal: AbortSignal) {
  while (!signal.aborted) {
    const turn = new AbortController();
    await Promise.race([once(signal, "abort", { signal: turn.signal }), next()]); // ok: the listener ends with the turn
    turn.abort();
  }
}

export async function resolvedLater(items: AsyncIterable<string>) {
  let stop = () => {};
  const stopped = new Promise<void>((resolve) => {
    stop = resolve;
  });
  process.once("SIGTERM", () => stop());
  for await (const item of items) {
    await Promise.race([stopped, start()]); // want reaction: "a reaction to `stopped`"
    use(item);
  }
}

export async function listened(signal: AbortSignal) {
  const rejected = new Promise((_, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
  });
  while (true) use(await Promise.race([rejected, next()])); // want reaction: "a reaction to `rejected`"
}

export async function withResolvers() {
  const { promise: closed, resolve } = Promise.withResolvers<void>();
  process.once("SIGTERM", () => resolve());
  const gate = Promise.withResolvers<void>();
  use(gate.resolve);
  while (true) {
    await Promise.race([closed, next()]); // want reaction: "a reaction to `closed`"
    await Promise.race([gate.promise, next()]); // want reaction: "a reaction to `gate.promise`"
  }
}

export async function named(shutdown: Promise<void>, other: Promise<void>, reader: ReadableStreamDefaultReader) {
  while (true) {
    await Promise.race([shutdown, next()]); // want reaction: "a reaction to `shutdown`"
    await Promise.race([other, next()]); // ok: nothing says that it lives long
    await Promise.race([reader.closed, next()]); // want reaction: "a reaction to `reader.closed`"
  }
}

const exited = start();
const nothing = Promise.resolve();

export async function ofModule() {
  while (true) {
    await Promise.race([exited, next()]); // want reaction: "a reaction to `exited`"
    await Promise.race([nothing, next()]); // ok: it is settled
  }
}

export async function workOfThisFunction() {
  const work = start();
  const late = new Promise<void>((resolve) => setTimeout(resolve, 1_000));
  while (true) {
    await Promise.race([work, next()]); // ok: it settles soon
    await Promise.race([late, next()]); // ok: its timer settles it
  }
}

export async function noLoop(ctx: Context) {
  await Promise.race([ctx.done(), next()]); // ok: once
  for (let attempt = 0; attempt < 5; attempt++) {
    await Promise.race([ctx.done(), next()]); // ok: few turns
  }
  while (true) {
    return await Promise.race([ctx.done(), next()]); // ok: there is no second turn
  }
}

export async function anotherEachTurn(contexts: Iterable<Context>) {
  for (const ctx of contexts) {
    await Promise.race([ctx.done(), next()]); // ok: a context of this turn
  }
  let ready = start();
  while (true) {
    await Promise.race([ready, next()]); // ok: written in the loop
    ready = start();
  }
}

export function laterCallbacks(ctx: Context) {
  while (!ctx.err()) {
    use(() => Promise.race([ctx.done(), next()])); // ok: whoever calls it may do so once
  }
}

export async function raceOfTheirs(ctx: Context) {
  const Promise = { race: (list: unknown[]) => list };
  while (true) use(Promise.race([ctx.done(), next()])); // ok: another `Promise`
}

class Queue {
  readonly #closed = new Promise<void>((resolve) => (this.close = resolve));
  #wake = start();
  #done: Promise<void>;
  close = () => {};
  constructor(done: Promise<void>) {
    this.#done = done;
  }
  get stopped() {
    return start();
  }
  async run() {
    for (;;) {
      await Promise.race([this.#closed, next()]); // want reaction: "a reaction to `this.#closed`"
      await Promise.race([this.#done, next()]); // want reaction: "a reaction to `this.#done`"
      await Promise.race([this.#wake, next()]); // ok: it is written again
      await Promise.race([this.stopped, next()]); // ok: a getter, which gives a new one
      this.#wake = start();
    }
  }
}
use(Queue);
