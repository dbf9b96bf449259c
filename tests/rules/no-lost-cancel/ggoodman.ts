// @ggoodman/context: version 2 has functions and `{ ctx, cancel }`, version 1 methods and `{ context, cancel }`.
import * as ggoodman from "@ggoodman/context";
import { Background, isContext, withCancel, withDeadline, withTimeout } from "@ggoodman/context";
import type { Context } from "@ggoodman/context";

declare const application: any;
declare function handle(ctx: Context): Promise<void>;
declare function accepts(ctx: Context): boolean;
declare function finished(stream: object, done: () => void): void;

export async function awaitRejects(parent: Context) {
  const { ctx, cancel } = withTimeout(parent, 5000); // want exception: "await` on line 13 rejects"
  await handle(ctx);
  cancel();
}

export function returnsEarly(parent: Context) {
  const { ctx, cancel } = withDeadline(parent, Date.now() + 5000); // want early-return: "return at line 19"
  if (!accepts(ctx)) return false;
  cancel();
  return true;
}

export async function inFinally(parent: Context) {
  const { ctx, cancel } = ggoodman.withTimeout(parent, 5000); // ok: cancelled in finally
  try {
    await handle(ctx);
  } finally {
    cancel("done");
  }
}

export async function renamed(parent: Context) {
  const { ctx: request, cancel: endRequest } = withCancel(parent); // want exception: "`endRequest` is not called"
  await handle(request);
  endRequest();
}

export async function whole(parent: Context) {
  const scope = withTimeout(parent, 5000); // want exception: "await` on line 41 rejects"
  await handle(scope.ctx);
  scope.cancel();
}

export function handedToTheStream(parent: Context, response: object) {
  const { ctx, cancel } = withTimeout(parent, 5000); // ok: the end of the response cancels it
  finished(response, cancel);
  return ctx;
}

export function dropped(parent: Context) {
  const { ctx } = withTimeout(parent, 5000); // want discarded: "discarded"
  return accepts(ctx);
}

export function droppedOnRoot() {
  const { ctx } = withCancel(Background()); // want discarded: "discarded"
  return accepts(ctx);
}

export function check(value: unknown) {
  return isContext(value) ? value : Background(); // ok: a root, and a guard
}

export async function methodsOfVersionOne() {
  const { context, cancel } = application.withTimeout(5000); // want exception: "await` on line 67 rejects"
  await handle(context);
  cancel();
}

export async function methodsOfVersionOneInFinally() {
  const root: any = ggoodman.Background;
  const { cancel, context } = root.withDeadline(Date.now() + 5000); // ok: cancelled in finally
  try {
    await handle(context);
  } finally {
    cancel();
  }
}
