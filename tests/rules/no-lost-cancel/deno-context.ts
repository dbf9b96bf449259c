// Code-Hex's deno-context: contexts are classes, and the context itself is cancelled.
import * as context from "deno-context/context.ts";
import { Background, WithCancel, WithTimeout, WithValue } from "deno-context/context.ts";

declare function download(ctx: context.Context, bytes: number): Promise<number>;
declare function monitor(ctx: context.WithCancel): void;

export async function awaitRejects(parent: context.Context) {
  const ctx = new context.WithTimeout(parent, 1000); // want exception: "await` on line 10 rejects"
  const result = await download(ctx, 30);
  ctx.cancel();
  return result;
}

export function returnsEarly(parent: context.Context) {
  const ctx = new WithTimeout(parent, 1000); // want early-return: "return at line 17"
  if (parent.error() !== null) return false;
  ctx.cancel();
  return true;
}

export async function inFinally(parent: context.Context) {
  const ctx = new WithTimeout(parent, 1000); // ok: cancelled in finally
  try {
    return await Promise.any([download(ctx, 30), download(ctx, 40)]);
  } finally {
    ctx.cancel();
  }
}

export async function lentToAnAwaitedCall(parent: context.Context) {
  const ctx = new WithCancel(parent); // want exception: "await` on line 34 rejects"
  ctx.done();
  await download(ctx, 30);
  ctx.cancel();
}

export async function noReleaseInSight(parent: context.Context) {
  const ctx = new WithTimeout(parent, 1000); // ok: given away, the callee may cancel it
  return await download(ctx, 30);
}

export function keptByTheCallee(parent: context.Context) {
  const ctx = new WithCancel(parent); // ok: given away, nobody awaits the callee
  monitor(ctx);
}

export function returned(parent: context.Context) {
  const ctx = new WithTimeout(parent, 1000); // ok: the caller has it
  return ctx;
}

export function neverCancelled(parent: context.Context) {
  const ctx = new WithTimeout(parent, 1000); // want never-released: "never called"
  return ctx.value("trace");
}

export function droppedOnTheSpot(parent: context.Context) {
  return new WithTimeout(parent, 1000).value("trace"); // want discarded: "discarded"
}

export function droppedWithoutTimer(parent: context.Context) {
  return new WithCancel(parent).value("trace"); // ok: holds nothing that a cancel would free
}

export function noObligation() {
  const root = new Background(); // ok: a root has nothing to release
  return new WithValue(root, "trace", "1"); // ok: a value has nothing to release
}
