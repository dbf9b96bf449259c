// go-like-ctx: a chain of methods, and the context itself is cancelled.
import { background, Context } from "go-like-ctx";

declare function step(ctx: Context): Promise<void>;
declare function get(url: string, signal: AbortSignal): Promise<string>;

export async function awaitRejects(url: string) {
  const ctx = background().withTimeout(2000); // want exception: "await` on line 9 rejects"
  const body = await get(url, ctx.signal());
  ctx.cancel();
  return body;
}

export function returnsEarly(parent: Context) {
  const ctx = parent.withTimeout(2000); // want early-return: "return at line 16"
  if (parent.cancelled()) return false;
  ctx.cancel();
  return true;
}

export async function inFinally(parent: Context) {
  const ctx = parent.withTimeout(2000); // ok: cancelled in finally
  try {
    await step(ctx);
  } finally {
    ctx.cancel();
  }
}

export async function longChain(url: string) {
  const ctx = Context.background().withValue("id", "1").withTimeout(200); // want exception: "await` on line 32 rejects"
  await get(url, ctx.signal());
  ctx.cancel();
}

export async function parentCancelled(url: string) {
  const job = background().withTimeout(2000); // ok: cancelled in finally
  const first = job.withCancel(); // ok: ends with its parent
  const second = job.withTimeout(500); // ok: ends with its parent
  try {
    await Promise.all([get(url, first.signal()), get(url, second.signal())]);
  } finally {
    job.cancel();
  }
}

export async function neverCancelled(url: string) {
  const ctx = background().withTimeout(2000); // want never-released: "never called"
  return await get(url, ctx.signal());
}

export async function noReleaseInSight() {
  const ctx = background().withTimeout(2000); // ok: given away, the callee may cancel it
  await step(ctx);
}

export async function droppedOnTheSpot(url: string) {
  return await get(url, background().withTimeout(2000).signal()); // want discarded: "discarded"
}

export async function droppedWithoutTimer(url: string) {
  return await get(url, background().withCancel().signal()); // ok: holds nothing that a cancel would free
}

export function stored(jobs: Map<string, Context>, id: string) {
  jobs.set(id, background().withTimeout(2000)); // ok: the map has it
}

export function valueOnly() {
  return background().withValue("id", "1"); // ok: a context with a value has nothing to release
}
