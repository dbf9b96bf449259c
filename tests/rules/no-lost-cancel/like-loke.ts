// settings: {"modules": [{"source": "@/lib/context", "like": "loke"}]}
// A module of the user's own, said to be like @loke/context.
import * as context from "@/lib/context";
import { withAbort, withTimeout } from "@/lib/context";
import type { Context } from "@/lib/context";

declare function work(ctx: Context): Promise<string>;
declare function step(ctx: Context): boolean;

export async function renamed(parent: Context) {
  const { ctx: scope, abort: end } = withTimeout(parent, 500); // want exception: "`end` is not called"
  await work(scope);
  end();
}

export async function whole(parent: Context) {
  const handle = context.withTimeout(parent, 500); // want exception: "await` on line 18 rejects"
  await work(handle.ctx);
  handle.abort();
}

export function dropped(parent: Context) {
  const { ctx } = withAbort(parent); // want discarded: "discarded"
  return step(ctx);
}

export async function inFinally(parent: Context) {
  const { ctx, abort } = withTimeout(parent, 500); // ok: aborted in finally
  try {
    return await work(ctx);
  } finally {
    abort();
  }
}
