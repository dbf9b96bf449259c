import { delay, sleep, timeout, wait } from "./sleep.ts";

declare function work(): Promise<string>;

export function inline() {
  return Promise.race([work(), sleep(5000)]); // want discarded: "race on line 6"
}

export function named(timeoutMs: number) {
  const failed = () => {
    throw new Error("too late");
  };
  return Promise.race([work(), wait(timeoutMs).then(failed)]); // want discarded: "Use one that can be stopped"
}

export async function remaining(answer: { promise: Promise<string> }, deadline: number) {
  await Promise.race([answer.promise, delay(Math.max(0, deadline - Date.now(), 1000))]); // want discarded: "race"
}

export function ofOptions(options: { retryDelay: number }) {
  return Promise.race([work(), timeout(options.retryDelay * 2)]); // want discarded: "race"
}

export function withMore(signal: AbortSignal) {
  return Promise.race([work(), sleep(5000, signal), wait(5000, true)]); // ok: something more than a time
}

export function ofSomethingElse(job: Promise<string>) {
  return Promise.race([work(), timeout(job), delay(work)]); // ok: not given a time
}

export async function poll(signal: { aborted: boolean; abortPromise: Promise<void> }, pollMs: number) {
  while (!signal.aborted) {
    await work();
    if (pollMs > 0) await sleep(pollMs); // ok: waited for
  }
  await Promise.race([sleep(pollMs), signal.abortPromise]); // ok: meant to be first
}

export function unlessAborted(signal: AbortSignal, pollMs: number) {
  const aborted = new Promise<never>((_, reject) => {
    signal.addEventListener("abort", () => reject(new Error("aborted")), { once: true });
  });
  return Promise.race([sleep(pollMs), aborted]); // ok: meant to be first
}

export function unlessFailed(fail: (failed: (error: Error) => void) => void, pollMs: number) {
  return Promise.race([sleep(pollMs), new Promise<never>((_, reject) => fail(reject))]); // ok: nothing else resolves
}

interface Server {
  readonly closed: { stop(): Promise<void> };
  stop(): Promise<void>;
  closeIdle(all: boolean): Promise<void>;
  shutdownEvent(): Promise<void>;
  waitClosed(): Promise<void>;
}

export async function stopping(server: Server, disconnect: () => Promise<void>) {
  await Promise.race([server.stop(), sleep(5000)]); // want discarded: "race on line 60"
  await Promise.race([server.closeIdle(true).catch(() => {}), sleep(5000)]); // want discarded: "race on line 61"
  await Promise.race([disconnect(), sleep(5000)]); // want discarded: "race on line 62"
}

export async function stopped(server: Server) {
  await Promise.race([server.closed.stop(), sleep(5000)]); // ok: the name of the object says an end
  await Promise.race([server.shutdownEvent(), sleep(5000)]); // ok: meant to be first
  await Promise.race([server.waitClosed(), sleep(5000)]); // ok: meant to be first
}

export async function cleared(ms: number) {
  const late = setTimeout(() => console.log("late"), ms); // ok: nobody rejects a sleep
  await sleep(ms);
  clearTimeout(late);
}

export async function clearedBehindWork(ms: number) {
  const late = setTimeout(() => console.log("late"), ms); // ok: of the other rule
  await work();
  clearTimeout(late);
}

export async function inVariable(timeoutMs: number) {
  const late = delay(timeoutMs); // want discarded: "race on line 66"
  const answer = work();
  await Promise.race([answer, late]);
  return await answer;
}

export async function inVariableAndWaitedFor(pollMs: number) {
  const pause = sleep(pollMs); // ok: waited for in the end
  await Promise.race([work(), pause]);
  await pause;
}

export async function inVariableUnlessFailed(fail: (failed: (error: Error) => void) => void, pollMs: number) {
  const failed = new Promise<never>((_, reject) => fail(reject));
  const pause = sleep(pollMs); // ok: nothing else resolves
  await Promise.race([pause, failed]);
}
