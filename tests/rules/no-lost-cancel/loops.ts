// Loops: a context per turn, one that is overwritten, and the ways out of a turn.
import { withAbort, withTimeout } from "@loke/context";
import type { Context } from "@loke/context";
import { withCancel } from "./context";

declare function work(ctx: Context, item?: string): Promise<string>;
declare function step(ctx: Context, item?: string): boolean;
declare function note(text: unknown): void;

export async function perTurnInFinally(parent: Context, items: string[]) {
  for (const item of items) {
    const { ctx, abort } = withTimeout(parent, 500); // ok: aborted every turn
    try {
      await work(ctx, item);
    } finally {
      abort();
    }
  }
}

export async function perTurnMissed(parent: Context, items: string[]) {
  for (const item of items) {
    const { ctx, abort } = withTimeout(parent, 500); // want exception: "await` on line 24 rejects"
    await work(ctx, item);
    abort();
  }
}

export function perTurnNeverReleased(parent: Context, items: string[]) {
  for (const item of items) {
    const { ctx, abort } = withTimeout(parent, 500); // want never-released: "never called"
    step(ctx, item);
  }
}

export function continued(parent: Context, items: string[]) {
  for (const item of items) {
    const { ctx, abort } = withTimeout(parent, 500); // want early-return: "continue at line 39"
    if (!step(ctx, item)) continue;
    note(item);
    abort();
  }
}

export function broken(parent: Context, items: string[]) {
  for (const item of items) {
    const { ctx, abort } = withTimeout(parent, 500); // want early-return: "break at line 48"
    if (!step(ctx, item)) break;
    abort();
  }
}

export function returned(parent: Context, items: string[]) {
  for (let i = 0; i < items.length; i++) {
    const { ctx, abort } = withTimeout(parent, 500); // want early-return: "return at line 56"
    if (step(ctx, items[i])) return i;
    abort();
  }
  return -1;
}

export function overwritten(parent: Context, items: string[]) {
  let abort = () => {};
  let ctx = parent;
  for (const item of items) {
    ({ ctx, abort } = withTimeout(parent, 500)); // want overwritten: "overwritten on line 66"
    step(ctx, item);
  }
  abort();
}

export function overwrittenOnce(parent: Context) {
  let { ctx, abort } = withTimeout(parent, 500); // want overwritten: "overwritten on line 75"
  step(ctx);
  ({ ctx, abort } = withTimeout(parent, 1000)); // ok: this one is aborted
  step(ctx);
  abort();
}

export function overwrittenByNothing(parent: Context) {
  let [ctx, cancel]: [Context, (() => void) | undefined] = withCancel(parent); // want overwritten: "line 83"
  step(ctx);
  cancel = undefined;
  return cancel;
}

export function releasedBeforeTheNext(parent: Context, items: string[]) {
  let abort: (() => void) | undefined;
  let ctx = parent;
  for (const item of items) {
    abort?.();
    ({ ctx, abort } = withTimeout(parent, 500)); // ok: aborted before the next one, the last one at the end
    step(ctx, item);
  }
  abort?.();
}

export async function releasedBeforeTheNextMissed(parent: Context, queries: AsyncIterable<string>) {
  let abort: (() => void) | undefined;
  let ctx = parent;
  for await (const query of queries) {
    abort?.();
    ({ ctx, abort } = withTimeout(parent, 500)); // want exception: "line 101"
    step(ctx, query);
  }
  abort?.();
}

export async function releasedBeforeTheNextInFinally(parent: Context, queries: AsyncIterable<string>) {
  let abort: (() => void) | undefined;
  let ctx = parent;
  try {
    for await (const query of queries) {
      abort?.();
      ({ ctx, abort } = withTimeout(parent, 500)); // ok: the last one is aborted in finally
      step(ctx, query);
    }
  } finally {
    abort?.();
  }
}

export function releasedAfterTheBreak(parent: Context) {
  let abort: () => void;
  let ctx: Context;
  while (true) {
    ({ ctx, abort } = withTimeout(parent, 500)); // ok: aborted in the turn or after the break
    if (step(ctx)) break;
    abort();
  }
  abort();
}

export async function retried(parent: Context) {
  for (let attempt = 0; ; attempt++) {
    const { ctx, abort } = withTimeout(parent, 500); // ok: aborted after every attempt
    try {
      return await work(ctx);
    } catch (error) {
      if (attempt === 2) throw error;
    } finally {
      abort();
    }
  }
}

export async function retriedMissed(parent: Context) {
  for (let attempt = 0; attempt < 3; attempt++) {
    const { ctx, abort } = withTimeout(parent, 500); // want exception: "await` on line 151 rejects"
    try {
      const result = await work(ctx);
      abort();
      return result;
    } catch (error) {
      note(error);
    }
  }
  return undefined;
}

export async function oneForTheWholeLoop(parent: Context, items: string[]) {
  const { ctx, abort } = withTimeout(parent, 500); // want exception: "await` on line 163 rejects"
  for (const item of items) await work(ctx, item);
  abort();
}

export function wholeLoopSynchronous(parent: Context, items: string[]) {
  const { ctx, abort } = withTimeout(parent, 500); // ok: nothing can throw
  for (const item of items) step(ctx, item);
  let count = 0;
  do {
    count++;
  } while (count < 10);
  abort();
}

export function inADoWhile(parent: Context) {
  let again: boolean;
  do {
    const { ctx, abort } = withTimeout(parent, 500); // ok: aborted before the test
    again = step(ctx);
    abort();
  } while (again);
}

export async function pushedEachTurn(parent: Context, items: string[]) {
  const stops: (() => void)[] = [];
  for (const item of items) {
    const { ctx, abort } = withTimeout(parent, 500); // ok: the array has it
    stops.push(abort);
    await work(ctx, item);
  }
  for (const stop of stops) stop();
}

export async function usingEachTurn(parent: Context, items: string[]) {
  for (const item of items) {
    const { ctx, abort } = withTimeout(parent, 500); // ok: released at the end of every turn
    using _ = { [Symbol.dispose]: abort };
    if (item === "") continue;
    await work(ctx, item);
  }
}

export async function swapped(parent: Context, items: string[]) {
  let previous = withAbort(parent); // ok: aborted when the next one takes its place
  try {
    for (const item of items) {
      const next = withAbort(parent); // ok: it becomes the previous one
      previous.abort();
      previous = next;
      await work(next.ctx, item);
    }
  } finally {
    previous.abort();
  }
}

export async function forever(parent: Context) {
  for (;;) {
    const { ctx, abort } = withTimeout(parent, 500); // ok: aborted every turn
    await work(ctx).catch(() => {});
    abort();
  }
}

export function stoppedInALoop(parent: Context) {
  const { ctx, abort } = withTimeout(parent, 500); // ok: the list is not empty
  step(ctx, "");
  for (const stop of [abort, () => {}]) stop();
}

export function stoppedByTheFirst(parent: Context, items: string[]) {
  const { ctx, abort } = withTimeout(parent, 500); // want branch: "when the loop on line"
  for (const item of items) {
    step(ctx, item);
    abort();
    return;
  }
}

export async function varOfAllTurns(parent, list) {
  for (const each of list) {
    var stop;
    if (!each) continue;
    ({ abort: stop } = withTimeout(parent, 500)); // want overwritten: "stop"
  }
  stop?.();
}
