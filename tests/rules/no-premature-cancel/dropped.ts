import { withTimeout } from "@loke/context";
import { load } from "./load";
import { start } from "./start";

async function work(ctx: unknown): Promise<number> {
  await load(ctx);
  return 1;
}

export function floating(parent) {
  const { ctx, abort } = withTimeout(parent, 500);
  work(ctx); // want dropped: "`abort` on line 13 runs while this work still goes on"
  abort();
}

export function onPurpose(parent) {
  const { ctx, abort } = withTimeout(parent, 500);
  void work(ctx); // want dropped: "Await the work first"
  abort();
}

export function withReaction(parent) {
  const { ctx, abort } = withTimeout(parent, 500);
  work(ctx).catch(() => {}); // want dropped: "`abort` on line 25"
  abort();
}

export function inFinally(parent) {
  const { ctx, abort } = withTimeout(parent, 500);
  try {
    work(ctx); // want dropped: "`abort` on line 33"
  } finally {
    abort();
  }
}

export function releasedByTheWork(parent) {
  const { ctx, abort } = withTimeout(parent, 500);
  work(ctx).finally(abort); // ok: released when it has settled
}

export function releasedByTheWorkInClosure(parent) {
  const { ctx, abort } = withTimeout(parent, 500);
  void work(ctx).then(() => abort()); // ok: released when it has settled
}

export async function waitedOtherwise(parent, queue) {
  const { ctx, abort } = withTimeout(parent, 500);
  void work(ctx); // ok: the queue may wait for it
  await queue.onIdle();
  abort();
}

export function onOnePath(parent, isBad) {
  const { ctx, abort } = withTimeout(parent, 500);
  void work(ctx); // ok: on the way without a release it goes on
  if (isBad) abort();
  return abort;
}

export async function iterated(parent, jobs) {
  const { ctx, abort } = withTimeout(parent, 500);
  void work(ctx); // ok: there is an await between
  for await (const job of jobs) job();
  abort();
}

export function unknown(parent) {
  const { ctx, abort } = withTimeout(parent, 500);
  start(ctx); // ok: nothing shows that it gives a promise
  abort();
}

export function eachOf(parent, items) {
  const { ctx, abort } = withTimeout(parent, 500);
  items.forEach(() => work(ctx)); // want dropped: "`abort` on line 77"
  abort();
}
