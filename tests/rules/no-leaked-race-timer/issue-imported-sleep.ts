import { delay, delayReject, rejectAfterSeconds, sleep, timeout, wait } from "./sleep.ts";

declare function work(): Promise<string>;
declare global {
  const Bun: { sleep(ms: number): Promise<void> };
}

export function inline() {
  return Promise.race([work(), sleep(5000)]); // want discarded: "race on line 9"
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

export function withMore(options: object) {
  return Promise.race([work(), sleep(5000, options), wait(5000, true)]); // ok: something more than a time
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
  await Promise.race([server.stop(), sleep(5000)]); // want discarded: "race on line 63"
  await Promise.race([server.closeIdle(true).catch(() => {}), sleep(5000)]); // want discarded: "race on line 64"
  await Promise.race([disconnect(), sleep(5000)]); // want discarded: "race on line 65"
}

export async function stopped(server: Server) {
  await Promise.race([server.closed.stop(), sleep(5000)]); // want discarded: "race on line 69"
  await Promise.race([server.shutdownEvent(), sleep(5000)]); // ok: meant to be first
  await Promise.race([server.waitClosed(), sleep(5000)]); // want discarded: "race on line 71"
  await Promise.race([sleep(5000), server.waitClosed()]); // ok: meant to be first
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
  const late = delay(timeoutMs); // want discarded: "race on line 90"
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

export async function inVariableOnly(finished: Promise<string>) {
  const late = sleep(5000); // want discarded: "won by another"
  return Promise.race([finished, late]);
}

export async function reactedInVariable() {
  const late = delay(5000).then(() => null); // want discarded: "won by another"
  const result = await Promise.race([work(), late]);
  return result ?? "late";
}

export async function stopped(stops: (ms: number) => Promise<void> & { cancel(): void }) {
  const late = delay(5000) as ReturnType<typeof stops>;
  await Promise.race([work(), late]); // ok: it has a way to stop it
  late.cancel();
}

export function rejects(seconds: number) {
  return Promise.race([work(), rejectAfterSeconds(seconds, new Error("late"))]); // want discarded: "won by another"
}

export function rejectsAlone() {
  return Promise.race([work(), delayReject(2000)]); // want discarded: "won by another"
}

export function withOptions(seconds: number, options: object) {
  return Promise.race([work(), rejectAfterSeconds(seconds, options)]); // ok: they may have a signal
}

export function ofBun() {
  return Promise.race([work(), Bun.sleep(5000)]); // want discarded: "won by another"
}

export class App {
  readonly #errorPromise: Promise<never>;

  constructor(run: () => Promise<void>) {
    this.#errorPromise = run().then(() => new Promise<never>(() => {}));
  }

  async start(initDelay: number) {
    await Promise.race([delay(initDelay), this.#errorPromise]); // ok: meant to be first
  }
}

export async function inList(wanted: boolean) {
  const racers: Promise<unknown>[] = [work()];
  if (wanted) racers.push(delay(5000).then(() => "late")); // want discarded: "won by another"
  return await Promise.race(racers);
}

export async function inListThatIsWaitedFor() {
  const all: Promise<unknown>[] = [work()];
  all.push(delay(5000)); // ok: waited for in the end
  await Promise.race(all);
  await Promise.all(all);
}

export async function onACondition(limitMs: number | undefined) {
  return await Promise.race([
    work(),
    ...(limitMs === undefined
      ? []
      : [
          (async () => {
            await sleep(limitMs); // want discarded: "won by another"
            throw new Error("late");
          })(),
        ]),
  ]);
}

export async function beforeWork(pollMs: number) {
  return await Promise.race([
    work(),
    (async () => {
      await sleep(pollMs); // ok: what comes behind it is work
      return await work();
    })(),
  ]);
}

const timedOut = async (limitMs: number) => {
  await sleep(limitMs); // want discarded: "won by another"
  throw new Error("late");
};

export function behindAFunction() {
  return Promise.race([work(), timedOut(5000)]);
}

const pauseOf = (pollMs: number) => delay(pollMs); // ok: who has it may wait for it

export async function behindAFunctionAndWaitedFor(pollMs: number) {
  const pause = pauseOf(pollMs);
  await Promise.race([work(), pause]);
  await pause;
}

export async function besideAWakeOnACondition(pollMs: number, aborted: Promise<never> | undefined) {
  await Promise.race([sleep(pollMs), ...(aborted ? [aborted] : [])]); // ok: meant to be first
}

/** What is raced with it is not known, but that something is too late is. */
export async function withAnyOf(ms: number, ...promises: Promise<unknown>[]) {
  const late = sleep(ms).then(() => failed()); // want discarded: "won by another"
  return await Promise.race([late, ...promises]);
}

export async function withAnyEnd(ms: number, ...promises: Promise<unknown>[]) {
  const pause = sleep(ms); // ok: it may be what is waited for
  const closed = promises;
  await Promise.race([pause, ...promises]);
  await Promise.race([sleep(ms).then(() => failed()), ...closed]); // ok: `closed` may end the wait
}
