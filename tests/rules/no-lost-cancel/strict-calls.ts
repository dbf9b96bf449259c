// settings: {"throws": "calls"}
// The strict setting: a call or a `new` may throw as well.
import { withTimeout } from "@loke/context";
import type { Context } from "@loke/context";

declare function step(ctx: Context): boolean;
declare function load(name: string): Promise<void>;
declare class Job {
  constructor(ctx: Context);
  readonly name: string;
}

export function callMayThrow(parent: Context) {
  const { ctx, abort } = withTimeout(parent, 500); // want exception: "line 15"
  step(ctx);
  abort();
}

export function newMayThrow(parent: Context) {
  const { ctx, abort } = withTimeout(parent, 500); // want exception: "line 21"
  const job = new Job(ctx);
  abort();
  return job.name;
}

export function callInFinally(parent: Context) {
  const { ctx, abort } = withTimeout(parent, 500); // ok: aborted in finally
  try {
    return step(ctx);
  } finally {
    abort();
  }
}

export function noCallBetween(parent: Context, names: string[]) {
  const { ctx, abort } = withTimeout(parent, 500); // ok: reading members does not call
  const first = names[0] ?? ctx.signal;
  abort();
  return first;
}

export function releasesDoNotThrow(parent: Context) {
  const first = withTimeout(parent, 500); // want exception: "line 44"
  const second = withTimeout(parent, 500); // ok: aborting the first one does not throw
  first.abort();
  second.abort();
}

export function nextToOneAnother(parent: Context) {
  const { ctx, abort } = withTimeout(parent, 500); // ok: the try begins at once
  try {
    const job = new Job(ctx);
    return step(ctx) ? job.name : "";
  } catch {
    return "failed";
  } finally {
    abort();
  }
}

export async function callBeforeTheAwait(parent: Context) {
  const { ctx, abort } = withTimeout(parent, 500); // want exception: "line 63"
  await load(ctx.signal ? "bound" : "free");
  abort();
}
