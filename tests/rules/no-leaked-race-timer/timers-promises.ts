import { setTimeout as sleep, scheduler } from "node:timers/promises";
import * as timers from "timers/promises";

declare function work(): Promise<string>;

export async function raced(ms: number) {
  return await Promise.race([work(), sleep(ms)]); // want discarded: "Give it a `signal`"
}

export async function withValue(ms: number) {
  const late = sleep(ms, "late"); // want discarded: "the race on line 12"
  return await Promise.race([work(), late]);
}

export async function rejecting(ms: number) {
  return await Promise.race([
    work(),
    timers.setTimeout(ms).then(() => { // want discarded: "the race on line 16"
      throw new Error("late");
    }),
  ]);
}

export async function scheduled(ms: number) {
  return await Promise.race([work(), scheduler.wait(ms)]); // want discarded: "the race on line 25"
}

async function late(ms: number): Promise<never> {
  await sleep(ms); // want discarded: "the race on line 34"
  throw new Error("late");
}

export async function byHelper() {
  return await Promise.race([work(), late(1000)]);
}

export async function aborted(ms: number) {
  const controller = new AbortController();
  try {
    return await Promise.race([work(), sleep(ms, undefined, { signal: controller.signal })]); // ok: can be stopped
  } finally {
    controller.abort();
  }
}

export async function unreferenced(ms: number) {
  await Promise.race([work(), sleep(ms, undefined, { ref: false })]); // ok: keeps nothing alive
  await Promise.race([work(), scheduler.wait(ms, { signal: AbortSignal.timeout(5) })]); // ok: can be stopped
}

export async function waitedFor(ms: number) {
  await sleep(ms); // ok: waited for
  await Promise.all([work(), sleep(ms)]); // ok: waited for
  await Promise.race([work(), sleep(0)]); // ok: a probe
}

export async function waitedForInTheEnd(ms: number) {
  const pause = sleep(ms); // ok: the function ends no earlier than the timer
  const first = await Promise.race([work(), pause]);
  await pause;
  return first;
}

export async function allWaitedFor(ms: number) {
  const all: Promise<unknown>[] = [work()];
  all.push(sleep(ms)); // ok: the same, in a list
  await Promise.race(all);
  await Promise.all(all);
}

/** A promise is no id. */
export async function clearedInVain(ms: number) {
  const late = sleep(ms); // want discarded: "won by another"
  const first = await Promise.race([work(), late]);
  clearTimeout(late as never);
  return first;
}

export async function allAttended(ms: number) {
  const all: Promise<unknown>[] = [work()];
  all.push(sleep(ms)); // want discarded: "won by another"
  all.forEach((each) => each.catch(() => {}));
  for (const each of all) each.catch(() => {});
  return Promise.race(all);
}

export async function oneTaken(ms: number, take: (promise: Promise<unknown>) => void) {
  const all: Promise<unknown>[] = [work()];
  all.push(sleep(ms)); // ok: somebody has it
  all.forEach((each) => take(each));
  return Promise.race(all);
}
