// A clear on the straight line suffices where nothing that can win the race is rejected: by all that is written into
// a chain, and by all that the callers of a helper give.
declare function write(): Promise<void>;
declare const jobs: Promise<unknown>[];

let writes: Promise<void> = Promise.resolve();

export function save(): Promise<void> {
  writes = writes.then(() => write()).catch(() => {});
  return writes;
}

export async function saved(ms: number): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms); // ok: each write of the chain is caught
  });
  await Promise.race([writes, late]);
  clearTimeout(timer);
}

let sends: Promise<void> = Promise.resolve();

export function send(): Promise<void> {
  sends = sends.catch(() => {}).then(() => write());
  return sends;
}

export async function sent(ms: number): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms); // want exception: "when the `await` on line 34 rejects"
  });
  await Promise.race([sends, late]);
  clearTimeout(timer);
}

async function drained(work: Promise<unknown>, ms: number): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms); // ok: both callers give what is never rejected
  });
  await Promise.race([work, late]);
  clearTimeout(timer);
}

export async function stop(): Promise<void> {
  await drained(Promise.allSettled(jobs), 500);
  await drained(save().catch(() => {}), 500);
}

async function finished(work: Promise<unknown>, ms: number): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms); // want exception: "when the `await` on line 57 rejects"
  });
  await Promise.race([work, late]);
  clearTimeout(timer);
}

export async function end(): Promise<void> {
  await finished(Promise.allSettled(jobs), 500);
  await finished(write(), 500);
}
