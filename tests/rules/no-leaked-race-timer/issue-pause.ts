declare function ended(): Promise<void>;
declare function ask(): Promise<string | undefined>;

export async function poll(signal: AbortSignal, pollMs: number) {
  const aborted = new Promise((_, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
  });
  aborted.catch(() => {});
  for (let turn = 0; turn < 10; turn++) {
    await Promise.race([
      new Promise((resolve) => setTimeout(resolve, pollMs)), // ok: the pause is what is meant to be first
      aborted,
    ]);
    const found = await ask();
    if (found) return found;
  }
  return undefined;
}

export async function inline(fail: (failed: (error: Error) => void) => void, pollMs: number) {
  const pause = new Promise<void>((resolve) => setTimeout(resolve, pollMs)); // ok: nothing else resolves
  await Promise.race([pause, new Promise<void>((_, reject) => fail(reject))]);
}

export async function untilTheEnd(pollMs: number) {
  const pause = new Promise<void>((resolve) => setTimeout(resolve, pollMs)); // want discarded: "race on line 27"
  await Promise.race([pause, ended()]);
}

export async function limit(fail: (failed: (error: Error) => void) => void, limitMs: number) {
  const failed = new Promise<never>((_, reject) => fail(reject));
  const late = new Promise<never>((_, reject) => setTimeout(reject, limitMs)); // want discarded: "race on line 33"
  await Promise.race([late, failed]);
}

export async function besideWork(fail: (failed: (error: Error) => void) => void, limitMs: number) {
  const failed = new Promise<never>((_, reject) => fail(reject));
  const late = new Promise<void>((resolve) => setTimeout(resolve, limitMs)); // want discarded: "race on line 39"
  await Promise.race([late, failed, ended()]);
}

const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms)); // ok: each race below is a pause

/** What ends the loop is there before it; the pause of the last turn is all that is left behind. */
export async function untilReady(child: { once(event: string, listener: () => void): void }, deadline: number) {
  const exited = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  while (Date.now() < deadline) {
    if (await ask()) return true;
    await Promise.race([sleep(150), exited]);
  }
  return false;
}

export class Poller {
  stopped: Promise<void> = ended();
  isStopped = false;

  async run() {
    for (;;) {
      if (this.isStopped) return;
      await ask();
      await Promise.race([new Promise((resolve) => setTimeout(resolve, 1000)), this.stopped]); // ok: a pause
    }
  }
}

/** Once: how long to wait for the end. */
export async function once(exited: Promise<void>) {
  const late = new Promise<void>((resolve) => setTimeout(resolve, 2000)); // want discarded: "race on line 70"
  await Promise.race([late, exited]);
}

/** In each turn there is another one that ends. */
export async function each(children: readonly { exited: Promise<void> }[]) {
  for (const child of children) {
    const late = new Promise<void>((resolve) => setTimeout(resolve, 2000)); // want discarded: "race on line 77"
    await Promise.race([late, child.exited]);
  }
}

/** Beside what is done in this turn, it is a limit. */
export async function besideTurn(exited: Promise<void>) {
  for (;;) {
    const late = new Promise<void>((resolve) => setTimeout(resolve, 2000)); // want discarded: "race on line 85"
    if (await Promise.race([late, ask(), exited])) return;
  }
}

/** The limit of the whole loop. */
export async function ofAllTurns(exited: Promise<void>) {
  const late = new Promise<void>((resolve) => setTimeout(resolve, 2000)); // want discarded: "race on line 93"
  for (;;) {
    await Promise.race([late, exited]);
    if (await ask()) return;
  }
}

/** The last pause goes on for a day. */
export async function forLong(exited: Promise<void>) {
  const oneDay = 24 * 60 * 60 * 1000;
  while (!(await ask())) {
    await Promise.race([exited, new Promise((resolve) => setTimeout(resolve, oneDay))]); // want discarded: "won by another"
  }
}
