// Where handle and context are one value, giving it to an awaited call lends it, if this function releases it.
import { background } from "go-like-ctx";
import type { Context } from "go-like-ctx";
import { WithTimeout } from "deno-context/context.ts";

declare function work(ctx: Context): Promise<string>;
declare function step(ctx: Context): boolean;
declare function trackContext(ctx: Context): Promise<void>;
declare const pool: {
  add(ctx: Context): Promise<void>;
  register(ctx: Context): void;
  run(ctx: Context): Promise<void>;
};

export async function lent(parent: Context) {
  const ctx = parent.withTimeout(500); // want exception: "await` on line 17 rejects"
  await work(ctx);
  ctx.cancel();
}

export async function lentToAMethod(parent: Context) {
  const ctx = parent.withTimeout(500); // want exception: "await` on line 23 rejects"
  await pool.run(ctx);
  ctx.cancel();
}

export async function lentTwice(parent: Context) {
  const ctx = parent.withTimeout(500); // want exception: "await` on line 34 rejects"
  try {
    await work(ctx);
  } catch {
    ctx.cancel();
  }
  await work(ctx);
  ctx.cancel();
}

export async function lentInFinally(parent: Context) {
  const ctx = parent.withTimeout(500); // ok: cancelled in finally
  try {
    await work(ctx);
  } finally {
    ctx.cancel();
  }
}

export async function noReleaseInSight(parent: Context) {
  const ctx = parent.withTimeout(500); // ok: the callee may have taken it over
  await work(ctx);
}

export async function storedByName(parent: Context) {
  const ctx = parent.withTimeout(500); // ok: `trackContext` keeps it
  await trackContext(ctx);
  if (ctx.cancelled()) ctx.cancel();
}

export async function addedToAPool(parent: Context) {
  const ctx = parent.withTimeout(500); // ok: the pool keeps it
  await pool.add(ctx);
  if (ctx.cancelled()) ctx.cancel();
}

export async function registered(parent: Context) {
  const ctx = parent.withTimeout(500); // ok: the pool keeps it
  pool.register(ctx);
  await work(parent);
}

export function returnedToTheCaller(parent: Context) {
  const ctx = parent.withTimeout(500); // ok: the caller has it
  return step(parent) ? ctx : [ctx];
}

export async function returnedOnOnePath(parent: Context) {
  const ctx = parent.withTimeout(500); // want branch: "condition on line 77"
  if (step(parent)) return ctx;
}

export async function ownMethodsLendNothing(parent: Context) {
  const ctx = parent.withTimeout(500); // want exception: "await` on line 83 rejects"
  ctx.throwIfCancelled();
  await ctx.done();
  ctx.cancel();
}

export async function newInstance() {
  const ctx = new WithTimeout(background(), 500); // want exception: "await` on line 89 rejects"
  await work(ctx);
  ctx.cancel();
}

export async function newInstanceOptional(parent: Context) {
  let ctx: WithTimeout | undefined;
  if (step(parent)) ctx = new WithTimeout(parent, 500); // ok: cancelled whenever it was made
  try {
    await work(ctx ?? parent);
  } finally {
    ctx?.cancel();
  }
}
