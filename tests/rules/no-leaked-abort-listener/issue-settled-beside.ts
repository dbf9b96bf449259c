import { spawn } from "node:child_process";
import { Deferred, createDeferred } from "./deferred";

interface Bus {
  on(event: string, run: (value?: unknown) => void): () => void;
  off(event: string, run: (value?: unknown) => void): void;
  send(text: string): void;
}
declare function work(signal?: AbortSignal): Promise<string>;
declare function read(body: unknown, done: (value: unknown) => void, fail: (error: unknown) => void): void;
declare function isDone(): boolean;

/** The functions of the executor are kept in variables. */
export function wireTurn(bus: Bus, signal: AbortSignal) {
  let settle: (() => void) | undefined;
  let fail: ((error: unknown) => void) | undefined;
  const done = new Promise<void>((resolve, reject) => {
    settle = resolve;
    fail = reject;
  });
  let isSettled = false;
  const settleError = (error: unknown) => {
    if (isSettled) return;
    isSettled = true;
    fail!(error);
  };
  bus.on("finish", () => settle!());
  bus.on("error", (error) => settleError(error));
  const onAbort = () => {
    bus.send("abort");
    settleError(signal.reason);
  };
  if (signal.aborted) onAbort();
  else signal.addEventListener("abort", onAbort, { once: true }); // want settled: "`settle` on line 27"
  return { submit: () => bus.send("x"), control: { done } };
}

/** Given to somebody else. */
export async function stream(url: string, options: { signal?: AbortSignal }) {
  const response = await fetch(url, { signal: options.signal });
  let succeed: (value: unknown) => void;
  let fail: (error: unknown) => void;
  const result = new Promise((resolve, reject) => {
    succeed = resolve;
    fail = reject;
  });
  options.signal?.addEventListener("abort", () => { // want settled: "`succeed` on line 50"
    fail(new Error("cancelled"));
  });
  read(response.body, succeed!, fail!);
  return { data: result };
}

export async function next(bus: Bus, signal: AbortSignal) {
  const done = Promise.withResolvers<unknown>();
  bus.on("message", (value) => done.resolve(value));
  signal.addEventListener("abort", () => done.reject(signal.reason), { once: true }); // want settled: "`done.resolve` on line 56"
  await done.promise;
}

export function takenApart(bus: Bus, signal: AbortSignal) {
  const { promise, resolve, reject } = Promise.withResolvers<unknown>();
  bus.on("message", resolve);
  signal.addEventListener("abort", reject, { once: true }); // want settled: "`reject` stays on `signal` when `resolve` on line 63"
  return promise;
}

export function oneForBoth(bus: Bus, signal: AbortSignal) {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const finish = (error?: unknown) => (error ? reject(error) : resolve());
  bus.on("message", () => finish());
  signal.addEventListener("abort", () => finish(signal.reason), { once: true }); // want settled: "`finish` on line 71"
  return { promise };
}

/** The resolvers are kept in an object. */
interface Waiting {
  resolve: (value: string) => void;
  reject: (error: unknown) => void;
}
export function limiter(queue: Waiting[]) {
  return function enqueue(signal?: AbortSignal): Promise<string> {
    let queued: Waiting;
    const promise = new Promise<string>((resolve, reject) => {
      queued = { resolve, reject };
    });
    queue.push(queued! as Waiting);
    signal?.addEventListener("abort", () => { // want settled: "`queued` on line 87"
      const index = queue.indexOf(queued!);
      if (index < 0) return;
      queued.reject(new Error("aborted"));
      queue.splice(index, 1);
    });
    return promise;
  };
}

export class Client {
  #requests = new Map<string, PromiseWithResolvers<unknown>>();
  #server = { close() {} };

  async post(id: string, context: { signal?: AbortSignal }) {
    const request = Promise.withResolvers<unknown>();
    this.#requests.set(id, request);
    context.signal?.addEventListener("abort", () => { // want settled: "`request` on line 104"
      this.#requests.delete(id);
      request.reject(context.signal?.reason);
    });
    return await request.promise;
  }

  async listening(signal: AbortSignal, bus: Bus) {
    const ready = new Deferred<void>();
    bus.on("listening", ready.resolve);
    signal.addEventListener("abort", () => { // ok: the object goes on, and the abort closes it
      this.#server.close();
      ready.reject(signal.reason);
    });
    await ready.promise;
  }
}

/** One that only the abort settles is over with the race it takes part in. */
export async function raced(signal: AbortSignal) {
  const { promise, reject } = Promise.withResolvers<never>();
  signal.addEventListener("abort", () => reject(signal.reason)); // want raced: "the race on line 127"
  return await Promise.race([work(), promise]);
}

export async function racedKept(signal: AbortSignal) {
  let fail: (error: unknown) => void;
  const aborted = new Promise<never>((_, reject) => {
    fail = reject;
  });
  signal.addEventListener("abort", () => fail(signal.reason)); // want raced: "the race on line 136"
  return await Promise.race([work(), aborted]);
}

export async function racedMember(signal: AbortSignal) {
  const aborted = createDeferred<never>();
  signal.addEventListener("abort", () => aborted.reject(signal.reason)); // want raced: "the race on line 142"
  return await Promise.race([work(), aborted.promise]);
}

export async function untilAborted(signal: AbortSignal) {
  const aborted = createDeferred<void>();
  if (signal.aborted) aborted.resolve();
  signal.addEventListener("abort", () => aborted.resolve()); // ok: only the abort settles it
  await aborted.promise;
}

export async function untilTheEnd(signal: AbortSignal) {
  let resolveExit: () => void = () => {};
  const exited = new Promise<void>((resolve) => {
    resolveExit = resolve;
  });
  const cleanup = async () => {
    await work();
    resolveExit();
  };
  signal.addEventListener("abort", cleanup, { once: true }); // ok: it ends with the process otherwise
  if (signal.aborted) void cleanup();
  process.on("SIGINT", cleanup);
  process.once("SIGTERM", () => void cleanup());
  await exited;
}

export async function removedAtLast(signal: AbortSignal, bus: Bus) {
  const done = createDeferred<unknown>();
  const onAbort = () => done.reject(signal.reason);
  signal.addEventListener("abort", onAbort); // ok: removed when it settles
  bus.on("message", (value) => done.resolve(value));
  void done.promise.finally(() => signal.removeEventListener("abort", onAbort));
  return { done: done.promise };
}

export function removedByReaction(signal: AbortSignal, bus: Bus) {
  const done = createDeferred<unknown>();
  const onAbort = () => done.reject(signal.reason);
  signal.addEventListener("abort", onAbort); // ok: the reaction removes it
  bus.on("message", (value) => done.resolve(value));
  const remove = signal.removeEventListener.bind(signal, "abort", onAbort);
  done.promise.then(remove, remove);
  return done.promise;
}

export async function spawned(signal: AbortSignal) {
  const ready = Promise.withResolvers<void>();
  const child = spawn("server");
  child.on("message", () => ready.resolve());
  signal.addEventListener("abort", () => { // ok: the caller gets the child, and the abort kills it
    child.kill();
    ready.reject(signal.reason);
  });
  await ready.promise;
  return child;
}

export async function handedOver(signal: AbortSignal, wrap: (child: unknown) => { stop(): void }) {
  const ready = Promise.withResolvers<void>();
  const child = spawn("server");
  child.on("message", () => ready.resolve());
  const handle = wrap(child);
  signal.addEventListener("abort", () => { // ok: somebody else has the child
    child.kill();
    ready.reject(signal.reason);
  });
  await ready.promise;
  return handle;
}

export async function ends(signal: AbortSignal) {
  const ended = Promise.withResolvers<unknown>();
  const child = spawn("build");
  child.once("exit", (code) => ended.resolve(code));
  signal.addEventListener("abort", () => { // want settled: "`ended.resolve` on line 215"
    child.kill();
    ended.reject(signal.reason);
  });
  return { pid: child.pid, ended: ended.promise };
}

export async function either(first: AbortSignal, second: AbortSignal) {
  const aborted = Promise.withResolvers<void>();
  first.addEventListener("abort", () => aborted.resolve()); // ok: aborts alone settle it
  second.addEventListener("abort", () => aborted.resolve()); // ok: aborts alone settle it
  await aborted.promise;
}

export async function settledBefore(signal: AbortSignal) {
  const done = Promise.withResolvers<void>();
  if (isDone()) done.resolve();
  signal.addEventListener("abort", () => done.resolve()); // ok: nothing behind it settles it
  await done.promise;
}

export async function takenBack(signal: AbortSignal, bus: Bus) {
  const done = Promise.withResolvers<unknown>();
  signal.addEventListener("abort", () => { // ok: nothing else gets it
    bus.off("message", done.resolve);
    done.reject(signal.reason);
  });
  await done.promise;
  bus.off("message", done.resolve);
}

export async function ofAnother(promises: PromiseWithResolvers<void>[], signal: AbortSignal) {
  for (const each of promises) signal.addEventListener("abort", () => each.reject()); // ok: made by others
  await work();
}

export async function workBeside(signal: AbortSignal) {
  const done = Promise.withResolvers<string>();
  signal.addEventListener("abort", () => done.reject(signal.reason)); // want settled: "`done.resolve` on line 255"
  work().then(done.resolve, done.reject);
  return { result: () => done.promise };
}

/** What the settling function ends is over whoever calls it. */
export function endsBoth(bus: Bus, signal: AbortSignal, messages: { close(): void } | undefined) {
  const done = Promise.withResolvers<void>();
  const fail = (error: unknown) => {
    messages?.close();
    done.reject(error);
  };
  bus.on("finish", () => done.resolve());
  bus.on("error", fail);
  const onAbort = () => fail(signal.reason);
  signal.addEventListener("abort", onAbort); // want settled: "`done.resolve` on line 266"
  return { done: done.promise };
}

/** The chain ends in any case, and what is done with the stream ends it. */
export function removedAtTheEnd(bus: Bus, signal: AbortSignal) {
  return new Promise<string>((resolve, reject) => {
    const onAbort = () => bus.off("data", reject);
    signal.addEventListener("abort", onAbort); // ok: the work that it ends is over when the chain is
    bus.on("error", reject);
    work()
      .then(resolve)
      .catch(reject)
      .finally(() => signal.removeEventListener("abort", onAbort));
  });
}
