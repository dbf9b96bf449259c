// @earendil-works/chord/context: `{ context, cancel }`; the link to the parent is freed by the collector.
import * as chord from "@earendil-works/chord/context";
import {
  awaitWithContext,
  BACKGROUND_CONTEXT,
  withAbortSignal,
  withCancel,
  withContextValue,
} from "@earendil-works/chord/context";
import type { Context, ContextKey } from "@earendil-works/chord";

declare const TENANT: ContextKey<string>;
declare function replicate(context: Context): Promise<number>;
declare function enabled(context: Context): boolean;

export async function awaitRejects(parent: Context) {
  const { context, cancel } = withCancel(parent); // want exception: "await` on line 18 rejects"
  const lag = await replicate(context);
  cancel();
  return lag;
}

export function returnsEarly(parent: Context) {
  const { context, cancel } = chord.withCancel(parent); // want early-return: "return at line 25"
  if (!enabled(context)) return false;
  cancel("checked");
  return true;
}

export async function inFinally(parent: Context) {
  const { context, cancel } = withCancel(parent); // ok: cancelled in finally
  try {
    return await replicate(context);
  } finally {
    cancel("done");
  }
}

export async function renamed(parent: Context) {
  const { context: scope, cancel: end } = withCancel(parent); // want exception: "`end` is not called"
  await replicate(scope);
  end();
}

export async function whole(parent: Context) {
  const scope = withCancel(parent); // want exception: "await` on line 47 rejects"
  await replicate(scope.context);
  scope.cancel();
}

export async function wholeInFinally(parent: Context) {
  const scope = withCancel(parent); // ok: cancelled in finally
  try {
    await replicate(scope.context);
  } finally {
    scope.cancel(new Error("done"));
  }
}

export async function bothOutcomes(parent: Context) {
  const { context, cancel } = withCancel(parent); // ok: `.then(cancel, cancel)` ends it either way
  await awaitWithContext(replicate(context), context).then(cancel, cancel);
}

export async function required(parent: Context) {
  const { withCancel: scoped } = await import("@earendil-works/chord/context");
  const { context, cancel } = scoped(parent); // want exception: "await` on line 68 rejects"
  await replicate(context);
  cancel();
}

export function dropped(parent: Context) {
  const { context } = withCancel(parent); // ok: a dropped cancel of chord holds nothing
  return enabled(context);
}

export function droppedOnRoot() {
  const { context } = withCancel(BACKGROUND_CONTEXT); // ok: holds nothing
  return enabled(context);
}

export function noObligation(parent: Context, signal: AbortSignal) {
  const tenant = withContextValue(TENANT, "acme", parent); // ok: a value has nothing to release
  const bounded = withAbortSignal(signal, tenant); // ok: whoever made the signal ends it
  return enabled(bounded);
}
