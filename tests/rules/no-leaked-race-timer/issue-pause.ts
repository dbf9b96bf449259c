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
