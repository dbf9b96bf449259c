// A cancel function that is given away for a time: to a listener that is removed again, to a timer that is cleared.
import { withAbort, withTimeout, type Context } from "@loke/context";
import { withCancel } from "@earendil-works/chord/context";

declare function work(ctx: Context): Promise<string>;
declare const signal: AbortSignal;
declare const socket: { on(event: string, fn: () => void): void; off(event: string, fn: () => void): void };

export async function bridged(parent: Context) {
  const { ctx, abort } = withAbort(parent); // want never-released: "`abort` is never called"
  const onAbort = () => abort();
  signal.addEventListener("abort", onAbort, { once: true });
  try {
    return await work(ctx);
  } finally {
    signal.removeEventListener("abort", onAbort);
  }
}

export async function bridgedItself(parent: Context) {
  const { ctx, abort } = withAbort(parent); // want never-released: "`abort` is never called"
  try {
    socket.on("close", abort);
    return await work(ctx);
  } finally {
    socket.off("close", abort);
  }
}

export async function limitedByHand(parent: Context, ms: number) {
  const { ctx, abort } = withAbort(parent); // want never-released: "`abort` is never called"
  const timer = setTimeout(() => abort(), ms);
  try {
    return await work(ctx);
  } finally {
    clearTimeout(timer);
  }
}

export async function underACondition(parent: Context, other?: AbortSignal) {
  const { ctx, abort } = withAbort(parent); // want never-released: "`abort` is never called"
  const onAbort = () => abort();
  if (other) other.addEventListener("abort", onAbort);
  try {
    return await work(ctx);
  } finally {
    other?.removeEventListener("abort", onAbort);
  }
}

export async function releasedToo(parent: Context, ms: number) {
  const { ctx, abort } = withTimeout(parent, ms); // ok: called in finally as well
  const onAbort = () => abort();
  signal.addEventListener("abort", onAbort);
  try {
    return await work(ctx);
  } finally {
    signal.removeEventListener("abort", onAbort);
    abort();
  }
}

export async function stays(parent: Context) {
  const { ctx, abort } = withAbort(parent); // ok: the listener stays
  signal.addEventListener("abort", abort, { once: true });
  return await work(ctx);
}

export async function removedElsewhere(parent: Context) {
  const { ctx, abort } = withAbort(parent); // ok: another listener is removed
  const onAbort = () => abort();
  signal.addEventListener("abort", onAbort);
  try {
    return await work(ctx);
  } finally {
    signal.removeEventListener("close", onAbort);
  }
}

export async function removedPerhaps(parent: Context, isOver: boolean) {
  const { ctx, abort } = withAbort(parent); // ok: it may stay
  const onAbort = () => abort();
  signal.addEventListener("abort", onAbort);
  try {
    return await work(ctx);
  } finally {
    if (isOver) signal.removeEventListener("abort", onAbort);
  }
}

export async function leavesBefore(parent: Context, isSlow: boolean) {
  const { ctx, abort } = withAbort(parent); // ok: on the way out before the work the listener stays
  const onAbort = () => abort();
  signal.addEventListener("abort", onAbort);
  if (isSlow) return undefined;
  try {
    return await work(ctx);
  } finally {
    signal.removeEventListener("abort", onAbort);
  }
}

export async function untilTheEnd(parent: Context) {
  const { ctx, abort } = withAbort(parent); // ok: a program runs until it is told to end
  const onSignal = () => abort();
  process.on("SIGTERM", onSignal);
  try {
    return await work(ctx);
  } finally {
    process.off("SIGTERM", onSignal);
  }
}

export async function holdsNothing(parent: Parameters<typeof withCancel>[0]) {
  const { context, cancel } = withCancel(parent); // ok: this library holds nothing for it
  const onAbort = () => cancel();
  signal.addEventListener("abort", onAbort);
  try {
    return context;
  } finally {
    signal.removeEventListener("abort", onAbort);
  }
}

export async function alsoElsewhere(parent: Context, cancels: (() => void)[]) {
  const { ctx, abort } = withAbort(parent); // ok: the list has it too
  cancels.push(abort);
  const timer = setTimeout(abort, 50);
  try {
    return await work(ctx);
  } finally {
    clearTimeout(timer);
  }
}
