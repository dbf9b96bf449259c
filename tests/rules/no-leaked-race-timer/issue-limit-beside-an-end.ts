import { rejectAfter, sleep, timeout } from "./sleep.ts";

declare function fail(why: string): never;

interface Child {
  readonly exited: Promise<void>;
  readonly output: Promise<string>;
  kill(): void;
}

interface Task {
  readonly aborted: Promise<void>;
  readonly closed: Promise<void>;
  readonly endedProm: Promise<void>;
  readonly disconnected: Promise<void>;
  readonly stopped: Promise<void>;
  readonly wakeup: Promise<void>;
  readonly answer: Promise<string>;
}

export async function killsWhenLate(child: Child) {
  await Promise.race([child.exited, sleep(5000).then(() => child.kill())]); // want discarded: "race on line 22"
  const late = sleep(5000).then(() => fail("late")); // want discarded: "race on line 24"
  await Promise.race([late, child.exited]);
}

export async function failsWhenLate(child: Child) {
  await Promise.race([child.exited, rejectAfter(5000)]); // want discarded: "race on line 28"
  await Promise.race([timeout(5000, "late"), child.exited, child.output]); // want discarded: "race on line 29"
}

export async function ofSomethingElse(task: Task, child: Child) {
  await Promise.race([task.answer, task.disconnected, sleep(5000)]); // want discarded: "race on line 33"
  await Promise.race([sleep(5000), task.aborted, child.output]); // want discarded: "race on line 34"
}

export async function endsThat(task: Task, child: Child, closeMs: number) {
  await Promise.race([task.closed, sleep(closeMs)]); // want discarded: "race on line 38"
  await Promise.race([child.exited, sleep(5000).then(() => "late")]); // want discarded: "race on line 39"
}

export async function pauses(task: Task, { pollMs, retryDelay, timeoutMs }: Record<string, number>) {
  await Promise.race([task.disconnected, sleep(retryDelay)]); // ok: a pause by the name of its time
  await Promise.race([sleep(5000), task.closed]); // ok: the pause comes first
  await Promise.race([task.stopped, sleep(5000)]); // ok: it ends the pause
  await Promise.race([task.stopped, sleep(5000).then(() => ({ kind: "timer" }))]); // ok: the same
  await Promise.race([task.answer, task.stopped, sleep(pollMs)]); // ok: a pause by the name of its time
  while (await task.answer) {
    await Promise.race([task.closed, sleep(5000)]); // ok: in turns
    await Promise.race([sleep(5000), task.endedProm]); // ok: in turns
    await Promise.race([task.answer, task.stopped, sleep(5000)]); // ok: in turns
    await Promise.race([task.answer, task.stopped, sleep(timeoutMs)]); // want discarded: "race on line 52"
    await Promise.race([task.stopped, sleep(timeoutMs)]); // ok: nothing else is waited for
  }
}

export async function failsOnly(task: Task, failed: Promise<never>) {
  const aborted = new Promise<never>((_, reject) => task.aborted.then(reject));
  await Promise.race([failed, aborted, sleep(5000).then(() => task.answer)]); // ok: nothing else resolves
}

export async function amongSleeps(task: Task) {
  await Promise.race([sleep(500), task.stopped, sleep(5000)]); // ok: all of them are pauses
}
