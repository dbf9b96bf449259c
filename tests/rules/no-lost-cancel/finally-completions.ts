// try, catch and finally, and the jumps that pass through them.
import { withTimeout } from "@loke/context";
import type { Context } from "@loke/context";
import { withCancel } from "./context";

declare function work(ctx: Context, item?: string): Promise<string>;
declare function step(ctx: Context, item?: string): boolean;
declare function isFatal(error: unknown): boolean;
declare function note(text: unknown): void;
declare function flush(): Promise<void>;

export async function madeBeforeTheTry(parent: Context) {
  const [ctx, cancel] = withCancel(parent); // want exception: "await` on line 14 rejects"
  const name = await work(ctx);
  try {
    return step(ctx, name);
  } finally {
    cancel();
  }
}

export async function madeInTheTry(parent: Context) {
  let cancel: (() => void) | undefined;
  let ctx = parent;
  try {
    await work(parent);
    [ctx, cancel] = withCancel(parent); // ok: cancelled in finally
    await work(ctx);
  } catch (error) {
    note(error);
  } finally {
    cancel?.();
  }
}

export async function swallowed(parent: Context) {
  const { ctx, abort } = withTimeout(parent, 500); // want exception: "await` on line 39 rejects"
  try {
    await work(ctx);
    abort();
  } catch (error) {
    note(error);
  }
}

export async function swallowedAndReleasedAfter(parent: Context) {
  const { ctx, abort } = withTimeout(parent, 500); // ok: the rejection is caught, then aborted
  try {
    await work(ctx);
  } catch (error) {
    note(error);
  }
  abort();
}

export async function caughtWithAReturn(parent: Context) {
  const { ctx, abort } = withTimeout(parent, 500); // want exception: "await` on line 59 rejects"
  try {
    const result = await work(ctx);
    abort();
    return result;
  } catch {
    return undefined;
  }
}

export async function rethrownOnCondition(parent: Context) {
  const { ctx, abort } = withTimeout(parent, 500); // want early-return: "throw at line 72"
  try {
    await work(ctx);
  } catch (error) {
    if (isFatal(error)) throw error;
  }
  abort();
}

export async function rethrownThroughFinally(parent: Context) {
  const { ctx, abort } = withTimeout(parent, 500); // ok: the throw passes through finally
  try {
    await work(ctx);
  } catch (error) {
    if (isFatal(error)) throw error;
    return "";
  } finally {
    abort();
  }
}

export function thrownAndCaughtHere(parent: Context) {
  const { ctx, abort } = withTimeout(parent, 500); // ok: the throw is caught, then aborted
  try {
    if (!step(ctx)) throw new Error("failed");
  } catch (error) {
    note(error);
  }
  abort();
}

export function thrownPastTheRelease(parent: Context) {
  const { ctx, abort } = withTimeout(parent, 500); // want early-return: "throw at line 102"
  try {
    if (!step(ctx)) throw new Error("failed");
    abort();
  } catch (error) {
    note(error);
  }
}

export async function awaitInFinallyFirst(parent: Context) {
  const { ctx, abort } = withTimeout(parent, 500); // want exception: "await` on line 114 rejects"
  try {
    step(ctx);
  } finally {
    await flush();
    abort();
  }
}

export async function awaitInFinallyLast(parent: Context) {
  const { ctx, abort } = withTimeout(parent, 500); // ok: aborted before the await
  try {
    await work(ctx);
  } finally {
    abort();
    await flush();
  }
}

export async function nestedFinally(parent: Context) {
  const { ctx, abort } = withTimeout(parent, 500); // ok: the outer finally runs even when the inner rejects
  try {
    try {
      return await work(ctx);
    } finally {
      await flush();
    }
  } finally {
    abort();
  }
}

export async function finallyInCatch(parent: Context) {
  const { ctx, abort } = withTimeout(parent, 500); // ok: aborted on the way out of the catch
  try {
    await work(ctx);
    abort();
  } catch {
    try {
      await flush();
    } finally {
      abort();
    }
  }
}

export async function conditionInFinally(parent: Context, skip: boolean) {
  const { ctx, abort } = withTimeout(parent, 500); // want early-return: "return at line 161"
  try {
    step(ctx);
  } finally {
    if (skip) return;
    abort();
  }
}

export async function returnInFinallyOverrides(parent: Context) {
  const { ctx, abort } = withTimeout(parent, 500); // ok: every completion goes through finally
  try {
    await work(ctx);
    throw new Error("lost");
  } finally {
    abort();
    return;
  }
}

export function breakThroughFinally(parent: Context, rows: string[][]) {
  outer: for (const row of rows) {
    for (const cell of row) {
      const { ctx, abort } = withTimeout(parent, 500); // ok: the break passes through finally
      try {
        if (!step(ctx, cell)) break outer;
      } finally {
        abort();
      }
    }
  }
}

export function breakPastTheRelease(parent: Context, rows: string[][]) {
  outer: for (const row of rows) {
    for (const cell of row) {
      const { ctx, abort } = withTimeout(parent, 500); // want early-return: "break at line 195"
      try {
        if (!step(ctx, cell)) break outer;
      } finally {
        note(cell);
      }
      abort();
    }
  }
}

export function continuePastTheRelease(parent: Context, rows: string[][]) {
  outer: for (const row of rows) {
    for (const cell of row) {
      const { ctx, abort } = withTimeout(parent, 500); // want early-return: "continue at line 209"
      try {
        if (!step(ctx, cell)) continue outer;
      } finally {
        note(cell);
      }
      abort();
    }
  }
}

export function labelledBlock(parent: Context, item: string) {
  const { ctx, abort } = withTimeout(parent, 500); // ok: the break leads to the release
  done: {
    if (!step(ctx, item)) break done;
    note(item);
  }
  abort();
}

export function inASwitch(parent: Context, kind: "skip" | "run" | "both") {
  const { ctx, abort } = withTimeout(parent, 500); // want early-return: "return at line 231"
  switch (kind) {
    case "skip":
      return;
    case "both":
      note("first");
    case "run":
      step(ctx);
      break;
    default:
      note("other");
  }
  abort();
}

export function inEveryCase(parent: Context, kind: string) {
  const { ctx, abort } = withTimeout(parent, 500); // ok: aborted in every case, fall-through included
  switch (kind) {
    case "run":
      step(ctx);
    case "stop":
      abort();
      break;
    default:
      abort();
  }
}

export function notInEveryCase(parent: Context, kind: string) {
  const { ctx, abort } = withTimeout(parent, 500); // want branch: "`abort` is not called"
  switch (kind) {
    case "run":
      step(ctx);
      abort();
      break;
    case "stop":
      abort();
      break;
  }
}
