// yield: the consumer may never come back, or come back with an error.
import { withTimeout } from "@loke/context";
import type { Context } from "@loke/context";

declare function work(ctx: Context, page?: number): Promise<string>;
declare function step(ctx: Context, page?: number): string;
declare function pages(ctx: Context): AsyncIterable<string>;

export function* missedByTheConsumer(parent: Context) {
  const { ctx, abort } = withTimeout(parent, 500); // want exception: "line 11"
  yield step(ctx);
  abort();
}

export function* inFinally(parent: Context) {
  const { ctx, abort } = withTimeout(parent, 500); // ok: finally runs when the consumer stops, too
  try {
    for (let page = 0; page < 10; page++) yield step(ctx, page);
  } finally {
    abort();
  }
}

export function* releasedBeforeTheYield(parent: Context) {
  const { ctx, abort } = withTimeout(parent, 500); // ok: aborted before the first yield
  const page = step(ctx);
  abort();
  yield page;
}

export function* madeAfterTheYield(parent: Context) {
  const ready = yield "ready";
  const { ctx, abort } = withTimeout(parent, 500); // ok: nothing can throw after
  step(ctx, Number(ready));
  abort();
}

export function* catchIsNotEnough(parent: Context) {
  const { ctx, abort } = withTimeout(parent, 500); // want exception: "line 41"
  try {
    yield step(ctx);
    abort();
  } catch (error) {
    abort();
    throw error;
  }
}

export function* delegated(parent: Context) {
  const { ctx, abort } = withTimeout(parent, 500); // want exception: "line 51"
  yield* inFinally(ctx);
  abort();
}

export async function* asyncInFinally(parent: Context) {
  const { ctx, abort } = withTimeout(parent, 500); // ok: aborted in finally
  try {
    for await (const page of pages(ctx)) yield page;
  } finally {
    abort();
  }
}

export async function* asyncMissed(parent: Context) {
  const { ctx, abort } = withTimeout(parent, 500); // want exception: "await` on line 66 rejects"
  const page = await work(ctx);
  abort();
  yield page;
}

export async function consumed(parent: Context) {
  const { ctx, abort } = withTimeout(parent, 500); // want exception: "line 73"
  for await (const page of pages(ctx)) console.log(page);
  abort();
}

export async function consumedUntilReturn(parent: Context) {
  const { ctx, abort } = withTimeout(parent, 500); // ok: every way out passes through finally
  try {
    for await (const page of pages(ctx)) if (page === "last") return page;
  } finally {
    abort();
  }
  return undefined;
}

export async function collected(parent: Context) {
  const { ctx, abort } = withTimeout(parent, 500); // ok: `.finally(abort)`
  const all = async () => {
    const found: string[] = [];
    for await (const page of pages(ctx)) found.push(page);
    return found;
  };
  return await all().finally(abort);
}

export function* perTurn(parent: Context) {
  for (let page = 0; ; page++) {
    const { ctx, abort } = withTimeout(parent, 500); // want exception: "line 100"
    yield step(ctx, page);
    abort();
  }
}

export const object = {
  *[Symbol.iterator]() {
    const { ctx, abort } = withTimeout(parentOf(this), 500); // want exception: "line 108"
    yield step(ctx);
    abort();
  },
};
declare function parentOf(owner: object): Context;
