declare function sleep(ms: number): Promise<void>;
declare function isReady(): Promise<boolean>;

export async function waitUntilReady(exited: Promise<number>) {
  const deadline = Date.now() + 10_000;
  while (Date.now() < deadline) {
    if (await isReady()) return;
    await Promise.race([exited, sleep(25)]); // ok: it ends at the deadline
  }
  const start = performance.now();
  while (performance.now() - start < 5_000) {
    await Promise.race([exited, sleep(25)]); // ok: so does this
  }
  let last = 0;
  while (last < 1_000) {
    await Promise.race([exited, sleep(25)]); // want reaction: "a reaction to `exited`"
    last += 1;
  }
}
