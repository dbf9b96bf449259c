// Functions of the same file: those that release, those that acquire.
import { withAbort, withTimeout } from "@loke/context";
import type { Context } from "@loke/context";
import { withCancel } from "./context";

declare function work(ctx: Context): Promise<string>;
declare function step(ctx: Context): boolean;
declare function note(text: string): void;

export async function cleanupInFinally(parent: Context) {
  const [ctx, cancel] = withCancel(parent); // ok: `cleanup` cancels it
  const cleanup = () => {
    cancel();
    note("cleaned");
  };
  try {
    await work(ctx);
  } finally {
    cleanup();
  }
}

export async function cleanupDeclaredBelow(parent: Context) {
  const [ctx, cancel] = withCancel(parent); // ok: `cleanup` cancels it
  try {
    await work(ctx);
  } finally {
    cleanup();
  }
  function cleanup() {
    cancel();
  }
}

export async function cleanupMissed(parent: Context) {
  const [ctx, cancel] = withCancel(parent); // want exception: "await` on line 38 rejects"
  const cleanup = () => cancel();
  await work(ctx);
  cleanup();
}

export async function cleanupNeverCalled(parent: Context) {
  const [ctx, cancel] = withCancel(parent); // want never-released: "never called"
  const cleanup = () => cancel();
  await work(ctx);
}

export async function cleanupPassedOn(parent: Context, signal: AbortSignal) {
  const [ctx, cancel] = withCancel(parent); // ok: the listener cancels it
  const cleanup = () => cancel();
  signal.addEventListener("abort", cleanup, { once: true });
  await work(ctx);
}

export function cleanupReturned(parent: Context) {
  const [ctx, cancel] = withCancel(parent); // ok: the caller has the clean-up
  step(ctx);
  function cleanup() {
    cancel();
  }
  return cleanup;
}

export async function cleanupOfCleanups(parent: Context) {
  const [ctx, cancel] = withCancel(parent); // ok: `finish` calls `cleanup`, which cancels it
  const cleanup = () => cancel();
  const finish = (text: string) => {
    note(text);
    cleanup();
  };
  try {
    await work(ctx);
    finish("done");
  } catch {
    finish("failed");
  }
}

export async function asyncCleanup(parent: Context) {
  const [ctx, cancel] = withCancel(parent); // ok: cancelled before the first await of `cleanup`
  const cleanup = async () => {
    cancel();
    await work(parent);
  };
  try {
    await work(ctx);
  } finally {
    await cleanup();
  }
}

export function recursion(parent: Context) {
  const [ctx, cancel] = withCancel(parent); // ok: it may release at some depth
  const descend = (depth: number) => {
    if (depth > 3) cancel();
    else if (step(ctx)) descend(depth + 1);
  };
  descend(0);
}

export function passedToALocalFunction(parent: Context) {
  const callIt = (stop: () => void) => stop();
  const [ctx, cancel] = withCancel(parent); // ok: `callIt` calls what it is given
  step(ctx);
  callIt(cancel);
}

const deadline = (ctx: Context) => withTimeout(ctx, 500); // ok: the caller has it

export async function throughAHelper(parent: Context) {
  const { ctx, abort } = deadline(parent); // want exception: "await` on line 112 rejects"
  await work(ctx);
  abort();
}

export async function throughAHelperInFinally(parent: Context) {
  const { ctx, abort } = deadline(parent); // ok: aborted in finally
  try {
    await work(ctx);
  } finally {
    abort();
  }
}

export function throughAHelperDropped(parent: Context) {
  const { ctx } = deadline(parent); // want discarded: "discarded"
  return step(ctx);
}

function scoped(parent: Context, name: string) {
  const { ctx, abort } = withTimeout(parent, 500); // ok: the caller has it
  note(name);
  return { scope: ctx, end: abort };
}

export async function throughARenamingHelper(parent: Context) {
  const { scope, end } = scoped(parent, "job"); // want exception: "`end` is not called"
  await work(scope);
  end();
}

function pair(parent: Context): [Context, () => void] {
  const { ctx, abort } = withAbort(parent); // ok: the caller has it
  return [ctx, abort];
}

export function throughATuple(parent: Context) {
  const [ctx, stop] = pair(parent); // want early-return: "return at line 149"
  if (!step(ctx)) return;
  stop();
}

function twice(parent: Context) {
  return deadline(parent); // ok: the caller has it
}

export async function throughTwoHelpers(parent: Context) {
  const handle = twice(parent); // want exception: "await` on line 159 rejects"
  await work(handle.ctx);
  handle.abort();
}

export async function helperInsideAFunction(parent: Context) {
  function derive(ms: number) {
    return withTimeout(parent, ms); // ok: the caller has it
  }
  const { ctx, abort } = derive(500); // want exception: "await` on line 168 rejects"
  await work(ctx);
  abort();
}

async function connected(parent: Context) {
  const { ctx, abort } = withTimeout(parent, 500); // want exception: "await` on line 174 rejects"
  await work(ctx);
  return { ctx, abort };
}

export async function throughAnAsyncHelper(parent: Context) {
  const { ctx, abort } = await connected(parent); // want exception: "await` on line 180 rejects"
  await work(ctx);
  abort();
}

async function scopedWork<T>(parent: Context, run: (ctx: Context) => Promise<T>): Promise<T> {
  const { ctx, abort } = withTimeout(parent, 500); // ok: aborted in finally
  try {
    return await run(ctx);
  } finally {
    abort();
  }
}

export function throughACallback(parent: Context) {
  return scopedWork(parent, (ctx) => work(ctx)); // ok: nothing to release for the caller
}
