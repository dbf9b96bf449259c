// @loke/context: `{ ctx, abort }` from functions, in every way the module can be imported.
import * as context from "@loke/context";
import defaultContext from "@loke/context";
import { background, withAbort, withDeadline, withTimeout, withTimeout as deadline, withValues } from "@loke/context";
import type { Context } from "@loke/context";
import required = require("@loke/context");

declare function query(ctx: Context, sql: string): Promise<string[]>;
declare function publish(ctx: Context, topic: string): void;
declare function isOpen(topic: string): boolean;

export async function awaitRejects(parent: Context) {
  const { ctx, abort } = context.withTimeout(parent, 500); // want exception: "await` on line 14 rejects"
  const rows = await query(ctx, "select 1");
  abort();
  return rows;
}

export function returnsEarly(parent: Context, topic: string) {
  const { ctx, abort } = withTimeout(parent, 500); // want early-return: "return at line 21"
  if (!isOpen(topic)) return false;
  publish(ctx, topic);
  abort();
  return true;
}

export async function inFinally(parent: Context) {
  const { ctx, abort } = withDeadline(parent, Date.now() + 500); // ok: aborted in finally
  try {
    return await query(ctx, "select 1");
  } finally {
    abort();
  }
}

export async function renamedParts(parent: Context) {
  const { ctx: child, abort: stop } = withAbort(parent); // want exception: "`stop` is not called"
  await query(child, "select 2");
  stop();
}

export async function renamedImport(parent: Context) {
  const { ctx, abort } = deadline(parent, 500); // want exception: "await` on line 44 rejects"
  await query(ctx, "select 3");
  abort();
}

export async function defaultImport(parent: Context) {
  const { ctx, abort } = defaultContext.withTimeout(parent, 500); // want exception: "await` on line 50 rejects"
  await query(ctx, "select 4");
  abort();
}

export async function importEquals(parent: Context) {
  const { ctx, abort } = required.withTimeout(parent, 500); // want exception: "await` on line 56 rejects"
  await query(ctx, "select 5");
  abort();
}

export async function requiredInside(parent: Context) {
  const { withTimeout: within } = require("@loke/context");
  const { ctx, abort } = within(parent, 500); // want exception: "await` on line 63 rejects"
  await query(ctx, "select 6");
  abort();
}

export async function importedInside(parent: Context) {
  const lib = await import("@loke/context");
  const { ctx, abort } = lib.withTimeout(parent, 500); // want exception: "await` on line 70 rejects"
  await query(ctx, "select 7");
  abort();
}

export async function importedPartInside(parent: Context) {
  const { withTimeout: within } = await import("@loke/context");
  const { ctx, abort } = within(parent, 500); // ok: aborted in finally
  try {
    await query(ctx, "select 8");
  } finally {
    abort();
  }
}

export async function takenFromNamespace(parent: Context) {
  const { withTimeout: within } = context;
  const { ctx, abort } = within(parent, 500); // want exception: "await` on line 87 rejects"
  await query(ctx, "select 9");
  abort();
}

export async function wholeHandle(parent: Context) {
  const handle = withTimeout(parent, 500); // want exception: "await` on line 93 rejects"
  await query(handle.ctx, "select 10");
  handle.abort();
}

export async function wholeHandleInFinally(parent: Context) {
  const handle = withTimeout(parent, 500); // ok: aborted in finally
  try {
    await query(handle.ctx, "select 11");
  } finally {
    handle.abort();
  }
}

export async function wholeHandleNeverReleased(parent: Context) {
  const handle = withTimeout(parent, 500); // want never-released: "never called"
  return query(handle.ctx, "select 12");
}

export async function assignedLater(parent: Context) {
  let ctx = parent;
  let abort = () => {};
  ({ ctx, abort } = withTimeout(parent, 500)); // want exception: "await` on line 115 rejects"
  await query(ctx, "select 13");
  abort();
}

export async function partsReadApart(parent: Context) {
  const handle = withTimeout(parent, 500); // ok: the part is aborted in finally
  const stop = handle.abort;
  try {
    await query(handle.ctx, "select 14");
  } finally {
    stop();
  }
}

export function dropped(parent: Context, topic: string) {
  const { ctx } = withTimeout(parent, 500); // want discarded: "discarded"
  publish(ctx, topic);
}

export function droppedOnTheSpot(parent: Context, topic: string) {
  publish(withTimeout(parent, 500).ctx, topic); // want discarded: "discarded"
}

export function droppedWithTheLink(parent: Context, topic: string) {
  const { ctx } = withAbort(parent); // want discarded: "discarded"
  publish(ctx, topic);
}

export function droppedOnRoot(topic: string) {
  const { ctx } = withAbort(background); // ok: a link to a root that never ends holds nothing
  publish(ctx, topic);
}

export function droppedOnRootOfNamespace(topic: string) {
  const { ctx } = context.withAbort(context.TODO); // ok: a link to a root that never ends holds nothing
  publish(ctx, topic);
}

export function droppedTimerOnRoot(topic: string) {
  const { ctx } = withTimeout(background, 500); // want discarded: "discarded"
  publish(ctx, topic);
}

export function valuesOnly(parent: Context, topic: string) {
  const ctx = withValues(parent, { topic }); // ok: a context with a value has nothing to release
  publish(ctx, topic);
}

export function viaAwaitedRelease(parent: Context, topic: string): Promise<void> {
  const { ctx, abort } = withTimeout(parent, 500); // ok: `.finally(abort)` on the work
  return query(ctx, topic).then(() => {}).finally(abort);
}
