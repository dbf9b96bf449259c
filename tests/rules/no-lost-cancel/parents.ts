// A child ends with its parent: where the parent is released on every path, the child needs no release of its own.
import { background, withAbort, withTimeout, withValues } from "@loke/context";
import type { Context } from "@loke/context";
import { withCancel } from "gontext";

declare function work(ctx: Context): Promise<string>;
declare function step(ctx: Context): void;

export async function droppedChild(root: Context) {
  const { ctx: parent, abort } = withAbort(root); // ok: aborted in finally
  const { ctx: child } = withTimeout(parent, 50); // ok: ends with its parent
  try {
    await work(child);
  } finally {
    abort();
  }
}

export async function childMissedByTheWork(root: Context) {
  const { ctx: parent, abort } = withAbort(root); // ok: aborted in finally
  try {
    const { ctx: child, abort: stop } = withTimeout(parent, 50); // ok: ends with its parent when the work rejects
    await work(child);
    stop();
  } finally {
    abort();
  }
}

export async function grandchild(root: Context) {
  const { ctx: parent, abort } = withAbort(root); // ok: aborted in finally
  const { ctx: child } = withAbort(parent); // ok: ends with its parent
  const { ctx: grandchild } = withTimeout(child, 50); // ok: ends with its parent's parent
  try {
    await work(grandchild);
  } finally {
    abort();
  }
}

export async function childOfAValue(root: Context) {
  const { ctx: parent, abort } = withAbort(root); // ok: aborted in finally
  const named = withValues(parent, { name: "job" });
  const { ctx: child } = withTimeout(named, 50); // ok: the values belong to the parent
  try {
    await work(child);
  } finally {
    abort();
  }
}

export async function perItem(root: Context, items: string[]) {
  const { ctx: parent, abort } = withAbort(root); // ok: aborted in finally
  try {
    for (const item of items) {
      const { ctx: child } = withTimeout(parent, item.length); // ok: ends with its parent
      await work(child);
    }
  } finally {
    abort();
  }
}

export function onTheStraightLine(root: Context) {
  const [parent, cancel] = withCancel(root); // ok: cancelled, nothing can throw before
  const [child] = withCancel(parent); // ok: ends with its parent
  step(child);
  cancel();
}

export async function childOfAParameter(parent: Context) {
  const { ctx: child } = withTimeout(parent, 50); // want discarded: "discarded"
  await work(child);
}

export async function parentReleasedElsewhere(root: Context, stops: (() => void)[]) {
  const { ctx: other, abort } = withAbort(root); // ok: the array has it
  stops.push(abort);
  const { ctx: child } = withTimeout(root, 50); // want discarded: "discarded"
  return [await work(child), other];
}

export async function unrelatedParentReleased(root: Context) {
  const { ctx: parent, abort } = withAbort(root); // ok: aborted in finally
  const { ctx: child } = withTimeout(background, 50); // want discarded: "discarded"
  try {
    await Promise.all([work(parent), work(child)]);
  } finally {
    abort();
  }
}

export async function parentMissedToo(root: Context) {
  const { ctx: parent, abort } = withAbort(root); // want exception: "await` on line 96 rejects"
  const { ctx: child } = withTimeout(parent, 50); // want discarded: "discarded"
  await work(child);
  abort();
}

export function childMadeAfterTheRelease(root: Context) {
  const { ctx: parent, abort } = withAbort(root); // ok: aborted
  step(parent);
  abort();
  const { ctx: child } = withTimeout(root, 50); // want discarded: "discarded"
  step(child);
}

export async function childReleasedParentNot(root: Context) {
  const { ctx: parent, abort } = withAbort(root); // want never-released: "never called"
  const { ctx: child, abort: stop } = withTimeout(parent, 50); // ok: aborted in finally
  try {
    await work(child);
  } finally {
    stop();
  }
}

export async function sameName(root: Context) {
  let [ctx, cancel] = withCancel(root); // want overwritten: "overwritten on line 120"
  [ctx, cancel] = withCancel(ctx); // ok: cancelled in finally
  try {
    await work(ctx);
  } finally {
    cancel();
  }
}
