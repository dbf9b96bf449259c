import { EventEmitter, once } from "node:events";

declare function next(): Promise<string>;
declare function sleep(ms: number): Promise<void>;
declare function waitForAbort(signal: AbortSignal): Promise<void>;
declare function abortable<T>(signal: AbortSignal, work: Promise<T>): Promise<T>;
declare function defer(): { promise: Promise<void>; resolve: () => void };
declare function use(item: unknown): void;
declare class Future<T> {
  readonly await: Promise<T>;
  resolve(): void;
}
interface Connection {
  closed(): Promise<void>;
  close(): Promise<void>;
  readonly signal: AbortSignal;
}

export async function methods(connection: Connection) {
  for (;;) {
    await Promise.race([connection.closed(), next()]); // want reaction: "a reaction to `connection.closed()`"
    await Promise.race([connection.close(), next()]); // ok: this is the work of closing
  }
}

export async function helpers(signal: AbortSignal, connection: Connection) {
  const aborted = waitForAbort(signal);
  while (!signal.aborted) {
    await Promise.race([next(), aborted]); // want reaction: "a reaction to `aborted`"
    await Promise.race([next(), waitForAbort(connection.signal)]); // want listener: "adds a listener"
    await Promise.race([next(), abortable(signal, next())]); // ok: it is given the work
    const turn = new AbortController();
    await Promise.race([next(), waitForAbort(turn.signal)]); // ok: a signal of this turn
  }
}

export async function events(emitter: EventEmitter) {
  const failed = once(emitter, "error");
  while (true) {
    await Promise.race([failed, next()]); // want reaction: "a reaction to `failed`"
    await Promise.race([once(emitter, "close"), next()]); // want listener: "adds a listener"
    await Promise.race([once(emitter, "message"), next()]); // ok: it comes soon
  }
}

export async function deferred() {
  const gate = defer();
  const stopped = new Future<void>();
  use([gate.resolve, () => stopped.resolve()]);
  while (true) {
    await Promise.race([gate.promise, next()]); // want reaction: "a reaction to `gate.promise`"
    await Promise.race([stopped.await, next()]); // want reaction: "a reaction to `stopped.await`"
  }
}

export async function namedListener(signal: AbortSignal) {
  let onAbort: (() => void) | undefined;
  const stored = new Promise<void>((resolve) => {
    onAbort = () => resolve();
    signal.addEventListener("abort", onAbort, { once: true });
  });
  const declared = new Promise<void>((_resolve, reject) => {
    const abort = () => {
      reject(signal.reason);
    };
    signal.addEventListener("abort", abort, { once: true });
  });
  const timed = new Promise<void>((resolve) => {
    const fire = () => resolve();
    setTimeout(fire, 1_000);
  });
  while (true) {
    await Promise.race([stored, next()]); // want reaction: "a reaction to `stored`"
    await Promise.race([declared, next()]); // want reaction: "a reaction to `declared`"
    await Promise.race([timed, next()]); // ok: its timer settles it
  }
}

export async function conditions(signal: AbortSignal | undefined, connection?: Connection) {
  const aborted = signal
    ? new Promise<void>((resolve) => signal.addEventListener("abort", () => resolve(), { once: true }))
    : undefined;
  const jobs = [next(), next()];
  while (jobs.length > 0) {
    use(await Promise.race([...jobs, ...(aborted ? [aborted] : [])])); // want reaction: "a reaction to `aborted`"
    use(await Promise.race([next(), connection ? connection.closed() : sleep(1)])); // want reaction: "only freed"
    use(await Promise.any([next(), aborted ?? sleep(1)])); // want reaction: "only freed"
    jobs.pop();
  }
}

export async function anotherName(connection: Connection) {
  for (;;) {
    const work = next();
    const over = connection.closed().then(() => "over");
    if ((await Promise.race([work, over])) === "over") return; // want reaction: "loop on line 93 adds a reaction to `connection.closed()`"
  }
}

export async function perTurn(connections: readonly Connection[]) {
  for (const connection of connections) {
    const over = connection.closed();
    await Promise.race([over, next()]); // ok: another one in each turn
    const woken = new Promise<void>((resolve) => {
      connection.signal.addEventListener("abort", () => resolve(), { once: true });
    });
    await Promise.race([woken, next()]); // ok: made in this turn
  }
}

export async function listenedBefore(signal: AbortSignal) {
  const aborted = waitForAbort(signal);
  while (true) {
    await Promise.race([aborted.then(() => "over"), next()]); // want reaction: "a reaction to `aborted`"
    await Promise.race([waitForAbort(signal).then(() => "over"), next()]); // want listener: "adds a listener"
  }
}

export class Reader {
  closed = new Promise<void>(() => {});
  last: unknown;

  async run() {
    for (;;) await Promise.race([this.closed, next()]); // want reaction: "a reaction to `this.closed`"
  }

  remember() {
    this.last = this.closed;
  }
}

export async function longNames(job: { analysisDone(): Promise<void>; isDone(): Promise<boolean> }) {
  for (;;) {
    await Promise.race([job.analysisDone(), next()]); // want reaction: "a reaction to `job.analysisDone()`"
    await Promise.race([job.isDone(), next()]); // ok: a question
  }
}
