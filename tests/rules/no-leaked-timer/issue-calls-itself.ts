declare function work(): Promise<number>;
declare function report(): void;

async function settle(times: number): Promise<void> {
  await Promise.allSettled([work()]);
  if (times > 0) await settle(times - 1);
}

export async function settled() {
  const timer = setInterval(report, 1000); // ok: what calls itself is rejected only where something else in it is
  await settle(3);
  clearInterval(timer);
}

async function first(works: readonly Promise<number>[]): Promise<number | undefined> {
  const [one, ...others] = await Promise.allSettled(works);
  if (!one) return undefined;
  return one.status === "fulfilled" ? one.value : first(others.map(() => work()));
}

export async function returned() {
  const timer = setInterval(report, 1000); // ok: the same where it returns what it gives itself
  await first([work()]);
  clearInterval(timer);
}

async function fails(times: number): Promise<void> {
  await work();
  if (times > 0) await fails(times - 1);
}

export async function failed() {
  const timer = setInterval(report, 1000); // want exception: "`await` on line 34 rejects"
  await fails(3);
  clearInterval(timer);
}

async function throws(times: number): Promise<void> {
  if (times === 0) throw new Error("too many");
  await throws(times - 1);
}

export async function thrown() {
  const timer = setInterval(report, 1000); // want exception: "`await` on line 45 rejects"
  await throws(3);
  clearInterval(timer);
}

async function ping(times: number): Promise<void> {
  if (times > 0) await pong(times - 1);
}

async function pong(times: number): Promise<void> {
  await ping(times);
  await work();
}

export async function inTurns() {
  const timer = setInterval(report, 1000); // want exception: "`await` on line 60 rejects"
  await ping(3);
  clearInterval(timer);
}
