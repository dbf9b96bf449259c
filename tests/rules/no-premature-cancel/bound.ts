import { withTimeout } from "@loke/context";
import { load } from "./load";

async function work(ctx: unknown): Promise<number> {
  await load(ctx);
  return 1;
}

export function straight(parent) {
  const { ctx, abort } = withTimeout(parent, 500);
  const job = work(ctx); // want bound: "`abort` on line 12 runs before this promise settles"
  abort();
  return job;
}

export async function boundThenReturned(parent) {
  const { ctx, abort } = withTimeout(parent, 500);
  try {
    const job = work(ctx); // want bound: "`abort` on line 22"
    return job;
  } finally {
    abort();
  }
}

export async function boundThenReturnedLater(parent) {
  const { ctx, abort } = withTimeout(parent, 500);
  try {
    const job = work(ctx); // want bound: "Await it: `return await`"
    await load(parent);
    return job;
  } finally {
    abort();
  }
}

export async function awaitedBefore(parent) {
  const { ctx, abort } = withTimeout(parent, 500);
  const job = work(ctx); // ok: awaited before the release
  const other = await load(parent);
  const n = await job;
  abort();
  return n + other;
}

export async function cancelledOnPurpose(parent) {
  const { ctx, abort } = withTimeout(parent, 500);
  const job = work(ctx); // ok: awaited after the release, to see it cancelled
  abort();
  await job.catch(() => undefined);
}

export async function raced(parent) {
  const { ctx, abort } = withTimeout(parent, 500);
  const job = work(ctx); // ok: the loser is cancelled
  const first = await Promise.race([job, load(parent)]);
  abort();
  return first;
}

export async function racedInline(parent) {
  const { ctx, abort } = withTimeout(parent, 500);
  try {
    return await Promise.race([work(ctx), load(parent)]); // ok: the loser is cancelled
  } finally {
    abort();
  }
}

export function stored(parent, jobs) {
  const { ctx, abort } = withTimeout(parent, 500);
  const job = work(ctx); // ok: somebody else has the promise
  jobs.push(job);
  abort();
}

export function neverRead(parent) {
  const { ctx, abort } = withTimeout(parent, 500);
  const job = work(ctx); // want dropped: "`abort` on line 80 runs while this work still goes on"
  abort();
}
