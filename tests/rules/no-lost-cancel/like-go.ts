// settings: {"modules": [{"source": "@/lib/context", "like": "go"}]}
// A module of the user's own, said to be like Go's: exact names, so that names of parts no longer matter.
import { background, withCancel, withDeadlineCause, withTimeout, WithTimeoutCause, withValue } from "@/lib/context";
import type { Context } from "@/lib/context";

declare function work(ctx: Context): Promise<string>;
declare function step(ctx: Context): boolean;

export async function namesDoNotMatter(parent: Context) {
  const [scope, end] = withTimeout(parent, 500); // want exception: "`end` is not called"
  await work(scope);
  end();
}

export async function pascalCase(parent: Context) {
  const [scope, end] = WithTimeoutCause(parent, 500, new Error("slow")); // want exception: "`end` is not called"
  await work(scope);
  end();
}

export function dropped(parent: Context) {
  const [scope] = withDeadlineCause(parent, new Date(), null); // want discarded: "discarded"
  return step(scope);
}

export function droppedOnRoot() {
  const [scope] = withCancel(background()); // ok: a link to a root that never ends holds nothing
  return step(scope);
}

export async function asAMethod() {
  const [scope, end] = background().withTimeoutAndCancel(500); // want exception: "`end` is not called"
  await work(scope);
  end();
}

export async function inFinally(parent: Context) {
  const [scope, end] = withTimeout(parent, 500); // ok: called in finally
  try {
    return await work(withValue(scope, "id", 1));
  } finally {
    end();
  }
}

export async function wholeTuple(parent: Context) {
  const pair = withCancel(parent); // want exception: "await` on line 48 rejects"
  await work(pair[0]);
  pair[1]();
}
