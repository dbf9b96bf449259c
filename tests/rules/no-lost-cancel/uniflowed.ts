// @uniflowed/std/context: named exports, tuples; even the root keeps a listener for every child.
import { background, fromSignal, key, withCancel, withDeadline, withTimeout, withValue } from "@uniflowed/std/context";
import type { Context } from "@uniflowed/std/context";

declare function render(ctx: Context): Promise<string>;
declare function fresh(ctx: Context): boolean;

export async function awaitRejects(parent: Context) {
  const [ctx, cancel] = withTimeout(parent, 5_000); // want exception: "await` on line 10 rejects"
  const response = await fetch("https://example.com", { signal: ctx.signal() });
  cancel();
  return response;
}

export function returnsEarly(parent: Context) {
  const [ctx, cancel] = withDeadline(parent, Date.now() + 5_000); // want early-return: "return at line 17"
  if (fresh(ctx)) return null;
  cancel("stale");
  return parent;
}

export async function inFinally(parent: Context) {
  const [ctx, cancel] = withTimeout(parent, 5_000); // ok: cancelled in finally
  try {
    return await render(withValue(ctx, key<string>("tenant"), "acme"));
  } finally {
    cancel();
  }
}

export function untilTheRequestCloses(request: NodeJS.EventEmitter, parent: Context) {
  const [ctx, cancel] = withCancel(parent); // ok: the handler cancels it
  request.on("close", () => cancel());
  return render(ctx);
}

export async function raced(parent: Context) {
  const [ctx, cancel] = withCancel(parent); // want exception: "await` on line 39 rejects"
  await Promise.race([render(ctx), ctx.done()]);
  cancel();
}

export function droppedOnRoot() {
  const [ctx] = withCancel(background()); // want discarded: "discarded"
  return fresh(ctx);
}

export function noObligation(request: Request) {
  const ctx = fromSignal(request.signal); // ok: whoever made the signal ends it
  return fresh(withValue(ctx, key<number>("id"), 1)); // ok: a value has nothing to release
}
