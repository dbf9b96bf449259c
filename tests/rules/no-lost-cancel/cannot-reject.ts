// Awaits that cannot reject, functions that do not come back, and those that only look like it.
import { once } from "node:events";
import { setTimeout as delay } from "node:timers/promises";
import { withTimeout } from "@loke/context";
import type { Context } from "@loke/context";

declare function work(ctx: Context): Promise<string>;
declare function step(ctx: Context): boolean;
declare function note(text: unknown): void;
declare const stream: NodeJS.EventEmitter;

const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
const noop = () => {};

function fail(message: string): never {
  note(message);
  process.exit(1);
}

export async function sleeps(parent: Context) {
  const { ctx, abort } = withTimeout(parent, 500); // ok: a sleep cannot reject
  await sleep(10);
  await new Promise<void>((resolve) => setTimeout(resolve, 10));
  await new Promise((resolve) => {
    setImmediate(resolve);
  });
  await new Promise<void>((done) => stream.once("drain", () => done()));
  step(ctx);
  abort();
}

export async function sleepOfNode(parent: Context) {
  const { ctx, abort } = withTimeout(parent, 500); // ok: without a signal it cannot reject
  await delay(10);
  step(ctx);
  abort();
}

export async function sleepOfNodeWithASignal(parent: Context) {
  const { ctx, abort } = withTimeout(parent, 500); // want exception: "await` on line 41 rejects"
  await delay(10, undefined, { signal: ctx.signal });
  abort();
}

export async function settledValues(parent: Context) {
  const { ctx, abort } = withTimeout(parent, 500); // ok: these are fulfilled already
  await null;
  await Promise.resolve();
  step(ctx);
  abort();
}

export async function allSettled(parent: Context) {
  const { ctx, abort } = withTimeout(parent, 500); // ok: `allSettled` cannot reject
  const results = await Promise.allSettled([work(ctx), work(ctx)]);
  abort();
  return results;
}

export async function all(parent: Context) {
  const { ctx, abort } = withTimeout(parent, 500); // want exception: "await` on line 62 rejects"
  const results = await Promise.all([work(ctx), work(ctx)]);
  abort();
  return results;
}

export async function any(parent: Context) {
  const { ctx, abort } = withTimeout(parent, 500); // want exception: "await` on line 69 rejects"
  const result = await Promise.any([work(ctx), work(ctx)]);
  abort();
  return result;
}

export async function combined(parent: Context) {
  const { ctx, abort } = withTimeout(parent, 500); // ok: none of them can reject
  await Promise.race([sleep(10), sleep(20)]);
  await Promise.all([sleep(10), work(ctx).catch(() => null)]);
  abort();
}

export async function combinedWithWork(parent: Context) {
  const { ctx, abort } = withTimeout(parent, 500); // want exception: "await` on line 83 rejects"
  await Promise.race([sleep(10), work(ctx)]);
  abort();
}

export async function caught(parent: Context) {
  const { ctx, abort } = withTimeout(parent, 500); // ok: every rejection is caught by something inert
  await work(ctx).catch(() => {});
  await work(ctx).catch(() => undefined);
  const text = await work(ctx).catch(() => "none");
  await work(ctx).catch(noop);
  await work(ctx).catch((error) => {
    console.warn(error);
  });
  abort();
  return text;
}

export async function caughtAndThrown(parent: Context) {
  const { ctx, abort } = withTimeout(parent, 500); // want exception: "await` on line 102 rejects"
  await work(ctx).catch((error) => {
    throw new Error("failed", { cause: error });
  });
  abort();
}

export async function caughtTooEarly(parent: Context) {
  const { ctx, abort } = withTimeout(parent, 500); // want exception: "await` on line 110 rejects"
  await work(parent).catch(() => "none").then(() => work(ctx));
  abort();
}

export async function caughtInATry(parent: Context) {
  const { ctx, abort } = withTimeout(parent, 500); // ok: the rejection ends in the catch
  try {
    await work(ctx);
  } catch {}
  abort();
}

export async function executorThatRejects(parent: Context) {
  const { ctx, abort } = withTimeout(parent, 500); // want exception: "await` on line 124 rejects"
  await new Promise<void>((resolve, reject) => {
    if (step(ctx)) resolve();
    else reject(new Error("failed"));
  });
  abort();
}

export async function executorThatThrows(parent: Context) {
  const { ctx, abort } = withTimeout(parent, 500); // want exception: "await` on line 133 rejects"
  await new Promise<void>((resolve) => {
    if (!step(ctx)) throw new Error("failed");
    resolve();
  });
  abort();
}

export async function eventThatRejects(parent: Context) {
  const { ctx, abort } = withTimeout(parent, 500); // want exception: "await` on line 142 rejects"
  await once(stream, "drain", { signal: ctx.signal });
  abort();
}

export async function serveForever(parent: Context) {
  const { ctx, abort } = withTimeout(parent, 500); // ok: the function never ends
  stream.on("request", () => step(ctx));
  await new Promise(() => {});
  abort();
}

export function exits(parent: Context) {
  const { ctx, abort } = withTimeout(parent, 500); // ok: with the process everything ends
  if (!step(ctx)) {
    note("failed");
    process.exit(1);
  }
  abort();
}

export function endsInNever(parent: Context) {
  const { ctx, abort } = withTimeout(parent, 500); // ok: `fail` does not come back
  if (!step(ctx)) fail("failed");
  if (note.length > 1) return fail("strange");
  abort();
}

export async function endless(parent: Context) {
  const { ctx } = await Promise.resolve(withTimeout(parent, 500)); // ok: given away
  const { ctx: other, abort } = withTimeout(parent, 500); // ok: the loop never ends
  for (;;) {
    await sleep(1000);
    step(other);
    if (note.length > 5) abort();
    step(ctx);
  }
}

export async function endlessButAwaiting(parent: Context) {
  const { ctx, abort } = withTimeout(parent, 500); // want exception: "await` on line 183 rejects"
  while (true) {
    await work(ctx);
    if (step(ctx)) abort();
  }
}

async function quietly(ctx: Context): Promise<string | undefined> {
  try {
    return await work(ctx);
  } catch (error) {
    note(error);
  }
}

async function nearlyQuietly(ctx: Context): Promise<string> {
  try {
    return await work(ctx);
  } catch {
    return work(ctx);
  }
}

export async function caughtInside(parent: Context) {
  const { ctx, abort } = withTimeout(parent, 500); // ok: `quietly` catches what is thrown
  await quietly(ctx);
  abort();
}

export async function caughtAndTriedAgain(parent: Context) {
  const { ctx, abort } = withTimeout(parent, 500); // want exception: "is not called when the `await`"
  await nearlyQuietly(ctx);
  abort();
}

export async function sleepOfNodeLoaded(parent: Context) {
  const { setTimeout: pause } = await import("node:timers/promises");
  const { ctx, abort } = withTimeout(parent, 500); // ok: the same by another spelling
  await pause(10);
  abort();
}

export async function ofItself(parent: Context) {
  var again = again.later;
  const { ctx, abort } = withTimeout(parent, 500); // want exception: "is not called when the `await`"
  await again(10);
  abort();
}

export async function turnOfNodeWithASignal(parent: Context) {
  const { setImmediate: turn } = await import("node:timers/promises");
  const { ctx, abort } = withTimeout(parent, 500); // want exception: "is not called when the `await`"
  await turn(undefined, { signal: ctx.signal });
  abort();
}

export async function loggedByName(parent: Context) {
  const { ctx, abort } = withTimeout(parent, 500); // ok: what logs the error does not throw another
  await work(ctx).catch(console.error);
  abort();
}

export async function handedToAnother(parent: Context, errors: { add(error: unknown): void }) {
  const { ctx, abort } = withTimeout(parent, 500); // want exception: "is not called when the `await`"
  await work(ctx).catch(errors.add);
  abort();
}
