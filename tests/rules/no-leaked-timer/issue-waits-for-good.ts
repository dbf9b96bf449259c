// A promise that nobody settles is waited for until the process ends.
declare function poll(): void;

export async function saysSo(ms: number) {
  const timer = setInterval(poll, ms); // ok: what is below never runs
  await new Promise<never>(() => {
    console.log(`polling every ${ms} ms`);
  });
  console.log(timer);
}

export async function doesNotAsk(ms: number) {
  const timer = setInterval(poll, ms); // ok: the same
  await new Promise((_resolve, _reject) => poll());
  console.log(timer);
}

export async function isSettled(ms: number) {
  const timer = setInterval(poll, ms); // want early-return: "is not stopped on the return"
  await new Promise<void>((resolve) => process.once("SIGHUP", () => resolve()));
  if (ms > 1000) return;
  clearInterval(timer);
}

export async function mayFail(ms: number) {
  const timer = setInterval(poll, ms); // want exception: "`await` on line 27 rejects"
  await new Promise(() => {
    if (ms < 0) throw new RangeError("no time");
  });
  console.log(timer);
}
