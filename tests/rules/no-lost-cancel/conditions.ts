// Conditions: which paths can run, and which cannot.
import { withAbort, withTimeout } from "@loke/context";
import type { Context } from "@loke/context";
import { withCancel } from "./context";

type Cancel = () => void;
declare function work(ctx: Context): Promise<string>;
declare function step(ctx: Context): boolean;
declare function check(): boolean;
declare function note(text: string): void;

export function onlyWhenTrue(parent: Context, quick: boolean) {
  const { ctx, abort } = withTimeout(parent, 500); // want branch: "condition on line 15 is false"
  step(ctx);
  if (quick) abort();
}

export function onlyWhenFalse(parent: Context, keep: boolean) {
  const { ctx, abort } = withTimeout(parent, 500); // want branch: "condition on line 21"
  step(ctx);
  if (!keep) {
    abort();
  }
}

export function withAnd(parent: Context, quick: boolean) {
  const { ctx, abort } = withTimeout(parent, 500); // want branch: "condition on line 29 is false"
  step(ctx);
  quick && abort();
}

export function withOr(parent: Context, keep: boolean) {
  const { ctx, abort } = withTimeout(parent, 500); // want branch: "condition on line 35 is true"
  step(ctx);
  keep || abort();
}

export function withAConditional(parent: Context, quick: boolean) {
  const { ctx, abort } = withTimeout(parent, 500); // want branch: "condition on line 41 is false"
  step(ctx);
  quick ? abort() : note("kept");
}

export function inBothBranches(parent: Context, quick: boolean) {
  const { ctx, abort } = withTimeout(parent, 500); // ok: in both branches
  if (quick) {
    abort();
  } else {
    step(ctx);
    abort();
  }
}

export function inBothArms(parent: Context, quick: boolean) {
  const { ctx, abort } = withTimeout(parent, 500); // ok: in both arms
  return quick ? abort() : (step(ctx), abort());
}

export async function flag(parent: Context) {
  const [ctx, cancel] = withCancel(parent); // ok: the flag says whether it was cancelled
  let done = false;
  try {
    await work(ctx);
    cancel();
    done = true;
  } finally {
    if (!done) cancel();
  }
}

export async function flagSetTooEarly(parent: Context) {
  const [ctx, cancel] = withCancel(parent); // want exception: "await` on line 76 rejects"
  let done = false;
  try {
    done = true;
    await work(ctx);
    cancel();
  } finally {
    if (!done) cancel();
  }
}

export async function settledFlag(parent: Context) {
  const { ctx, abort } = withTimeout(parent, 500); // ok: not settled means not aborted
  let state: "open" | "closed" = "open";
  try {
    await work(ctx);
    abort();
    state = "closed";
    note("closed");
  } finally {
    if (state === "open") abort();
  }
}

export async function madeOnCondition(parent: Context, ms?: number) {
  let ctx = parent;
  let cancel: Cancel | undefined;
  if (ms !== undefined) [ctx, cancel] = withCancel(parent); // ok: cancelled whenever it was made
  try {
    await work(ctx);
  } finally {
    if (cancel) cancel();
  }
}

export async function madeOnConditionMissed(parent: Context, ms?: number) {
  let ctx = parent;
  let cancel: Cancel | undefined;
  if (ms !== undefined) [ctx, cancel] = withCancel(parent); // want exception: "await` on line 111 rejects"
  await work(ctx);
  cancel?.();
}

export async function madeInOneOfTwoWays(parent: Context, ms: number) {
  const { ctx, abort } = ms > 0
    ? withTimeout(parent, ms) // ok: aborted in finally
    : withAbort(parent); // ok: aborted in finally
  try {
    await work(ctx);
  } finally {
    abort();
  }
}

export function nullTests(parent: Context) {
  const [ctx, cancel] = withCancel(parent); // ok: an open context has a cancel, whichever way one asks
  step(ctx);
  if (cancel === undefined) return;
  if (cancel == null) return;
  if (!cancel) throw new Error("no cancel");
  if (typeof cancel !== "function") return;
  cancel && cancel();
}

export function nullTestOfTheHandle(parent: Context) {
  const handle = withAbort(parent); // ok: an open context has a handle
  if (!handle) return;
  step(handle.ctx);
  if (handle) handle.abort();
}

export function correlated(parent: Context, ms: number) {
  let ctx = parent;
  let cancel: Cancel | undefined;
  if (ms > 0) [ctx, cancel] = withCancel(parent); // ok: both tests of `ms` go the same way
  step(ctx);
  if (ms > 0) cancel!();
}

export function correlatedMember(parent: Context, options: { timed: boolean }) {
  let ctx = parent;
  let stop = () => {};
  if (options.timed) ({ ctx, abort: stop } = withTimeout(parent, 500)); // ok: nobody here writes `options.timed`
  step(ctx);
  if (options.timed) stop();
}

export function writtenMember(parent: Context, options: { timed: boolean }) {
  let ctx = parent;
  let stop = () => {};
  if (options.timed) ({ ctx, abort: stop } = withTimeout(parent, 500)); // want branch: "condition on line 165"
  step(ctx);
  options.timed = check();
  if (options.timed) stop();
}

export function writtenVariable(parent: Context) {
  let ready = check();
  const { ctx, abort } = withTimeout(parent, 500); // want branch: "condition on line 173 is false"
  if (ready) step(ctx);
  ready = check();
  if (ready) abort();
}

export function namedCondition(parent: Context, ms?: number) {
  const timed = ms !== undefined && ms > 0;
  let cancel: Cancel = () => {};
  let ctx = parent;
  if (timed) ({ ctx, abort: cancel } = withTimeout(parent, ms)); // ok: both tests of `timed` go the same way
  note(timed ? "timed" : "open");
  step(ctx);
  if (timed) {
    cancel();
  }
}

export function oppositeTests(parent: Context, probe: (ctx: Context) => string | null) {
  const { ctx, abort } = withTimeout(parent, 500); // ok: one of the two opposite tests holds
  const result = probe(ctx);
  if (result === null) abort();
  note("probed");
  if (result !== null) abort();
}

export function negatedTests(parent: Context, keep: boolean) {
  const { ctx, abort } = withTimeout(parent, 500); // ok: one of the two opposite tests holds
  if (!keep) abort();
  note(String(ctx));
  if (keep) abort();
}

export function differentConditions(parent: Context, first: boolean, second: boolean) {
  const { ctx, abort } = withTimeout(parent, 500); // want branch: "condition on line 207 is false"
  step(ctx);
  if (first) abort();
  else if (second) abort();
}

export async function twoHandles(parent: Context, first: boolean, second: boolean) {
  let stopFirst: Cancel | undefined;
  let stopSecond: Cancel | undefined;
  let ctx = parent;
  try {
    if (first) ({ ctx, abort: stopFirst } = withAbort(parent)); // ok: aborted whenever it was made
    if (second) ({ ctx, abort: stopSecond } = withAbort(parent)); // ok: aborted whenever it was made
    await work(ctx);
  } finally {
    stopFirst?.();
    stopSecond?.();
  }
}

export function escapesOnOnePath(parent: Context, keep: Cancel[] | undefined) {
  const { ctx, abort } = withTimeout(parent, 500); // want branch: "condition on line 227 is false"
  step(ctx);
  if (keep) {
    keep.push(abort);
  }
}

export function constantCondition(parent: Context) {
  const { ctx, abort } = withTimeout(parent, 500); // ok: the condition is always true
  const debug = true;
  step(ctx);
  if (debug) abort();
}

export function throwsOnCondition(parent: Context) {
  const { ctx, abort } = withTimeout(parent, 500); // want early-return: "throw at line 241"
  if (!step(ctx)) throw new Error("failed");
  abort();
}

export function anyIsHeard(parent: Context, source: NodeJS.EventEmitter, names: string[]) {
  const { ctx, abort } = withTimeout(parent, 500); // ok: 0 is at most any length, so the loop has a turn
  for (let i = 0; i <= names.length; i++) source.once(names[i] ?? "any", () => abort());
  return ctx;
}

export function eachIsHeard(parent: Context, source: NodeJS.EventEmitter, names: string[]) {
  const { ctx, abort } = withTimeout(parent, 500); // want branch: "is false"
  for (let i = 0; i < names.length; i++) source.once(names[i] ?? "any", () => abort());
  return ctx;
}
