// settings: {"modules": [{"source": "@/lib/context", "like": "chord"}]}
// A module of the user's own, said to have chord's `{ context, cancel }`.
import { withCancel, withTimeout } from "@/lib/context";
import type { Context } from "@/lib/context";

declare function work(context: Context): Promise<string>;
declare function step(context: Context): boolean;

export async function renamed(parent: Context) {
  const { context: scope, cancel: end } = withTimeout(parent, 500); // want exception: "`end` is not called"
  await work(scope);
  end();
}

export async function whole(parent: Context) {
  const scope = withCancel(parent); // want exception: "await` on line 17 rejects"
  await work(scope.context);
  scope.cancel();
}

export function dropped(parent: Context) {
  const { context } = withTimeout(parent, 500); // want discarded: "discarded"
  return step(context);
}

export async function inFinally(parent: Context) {
  const { context, cancel } = withCancel(parent); // ok: cancelled in finally
  try {
    return await work(context);
  } finally {
    cancel();
  }
}
