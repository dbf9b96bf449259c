// A promise that is given to a function of the file, which races it.
declare function work(): Promise<string>;

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const heard = () => resolve();
    signal.addEventListener("abort", heard, { once: true }); // want raced: "wins the race"
  });
}

async function drain(running: Set<Promise<string>>, end?: Promise<void>) {
  while (running.size > 0) await Promise.race(end ? [...running, end] : [...running]);
}

export async function all(signal: AbortSignal) {
  const end = aborted(signal);
  const running = new Set([work(), work()]);
  await drain(running, end);
}

function stopped(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    signal.addEventListener("abort", () => resolve(), { once: true }); // ok: it is what is waited for
  });
}

async function waitFor(end: Promise<void>) {
  await end;
}

export async function serve(signal: AbortSignal) {
  await waitFor(stopped(signal));
}

function kept(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    signal.addEventListener("abort", () => resolve(), { once: true }); // ok: another function has it
  });
}

export async function elsewhere(signal: AbortSignal, run: (end: Promise<void>) => Promise<void>) {
  await run(kept(signal));
}
