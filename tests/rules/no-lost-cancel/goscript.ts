// goscript: Go's `context` compiled to TypeScript. PascalCase, tuples, a cancel typed as possibly null.
import * as $ from "@goscript/builtin/index.js";
import * as context from "@goscript/context/index.js";
import * as time from "@goscript/time/index.js";

declare function dial(ctx: context.Context): Promise<[string, $.GoError]>;
declare function ready(): boolean;
declare function note(ctx: context.Context): void;

export async function awaitRejects(ctx: context.Context): Promise<$.GoError> {
  let [sub, cancel] = context.WithTimeout(ctx, 5n * time.Second); // want exception: "await` on line 12 rejects"
  const err = await dial(sub);
  cancel!();
  return err;
}

export async function errorAsValue(ctx: context.Context): Promise<$.GoError> {
  let [sub, cancel] = context.WithTimeout(ctx, 5n * time.Second); // ok: `dial` reports its errors as values
  let [, err] = await dial(sub);
  cancel!();
  return err;
}

export function returnsEarly(ctx: context.Context): boolean {
  let [sub, cancel] = context.WithCancel(ctx); // want early-return: "return at line 27"
  if (!ready()) {
    return false;
  }
  note(sub);
  cancel!();
  return true;
}

export async function inFinally(ctx: context.Context): Promise<void> {
  let [sub, cancel] = context.WithDeadline(ctx, time.Now()); // ok: cancelled in finally
  try {
    await dial(sub);
  } finally {
    await cancel!();
  }
}

export async function deferred(ctx: context.Context): Promise<void> {
  using __defer = new $.DisposableStack();
  let [sub, subCancel] = context.WithCancel(ctx); // ok: deferred to the end of the scope
  __defer.defer(() => {
    subCancel!();
  });
  await dial(sub);
}

export async function deferredAsync(ctx: context.Context): Promise<void> {
  await using __defer = new $.AsyncDisposableStack();
  let [sub, cancel] = context.WithTimeoutCause(ctx, time.Second, null); // ok: deferred to the end of the scope
  __defer.defer(async () => {
    await cancel!();
  });
  await dial(sub);
}

export async function deferredTooLate(ctx: context.Context): Promise<void> {
  using __defer = new $.DisposableStack();
  let [sub, cancel] = context.WithTimeout(ctx, time.Second); // want exception: "await` on line 64 rejects"
  await dial(sub);
  __defer.defer(() => {
    cancel!();
  });
  await dial(sub);
}

export async function tupleInAVariable(ctx: context.Context): Promise<void> {
  let __goscriptTuple0: any = context.WithDeadlineCause(ctx, time.Now(), null); // want exception: "await` on line 75"
  let sub = __goscriptTuple0[0];
  let cancel = __goscriptTuple0[1];
  await dial(sub);
  cancel!();
}

export async function causeIsGiven(ctx: context.Context): Promise<$.GoError> {
  let [sub, cancel] = context.WithCancelCause(ctx); // ok: cancelled with a cause on both paths
  try {
    let [, err] = await dial(sub);
    cancel!(err);
    return err;
  } catch (thrown) {
    cancel!($.newError(String(thrown)));
    throw thrown;
  }
}

export async function awaitedRelease(ctx: context.Context): Promise<void> {
  let [sub, cancel] = context.WithTimeout(ctx, time.Second); // want exception: "await` on line 93 rejects"
  await dial(sub);
  await cancel!();
}

export async function optionalRelease(ctx: context.Context): Promise<void> {
  let [sub, cancel] = context.WithTimeout(ctx, time.Second); // ok: the cancel of an open context is not null
  try {
    await dial(sub);
  } finally {
    cancel?.();
  }
}

export function guardedRelease(ctx: context.Context): void {
  let [sub, cancel] = context.WithTimeout(ctx, time.Second); // ok: the null branch cannot be taken
  note(sub);
  if (cancel != null) {
    cancel();
  }
}

export function blankCancel(ctx: context.Context): void {
  let [sub, _] = context.WithTimeout(ctx, time.Second); // want discarded: "discarded"
  note(sub);
}

export function blankCancelOfRoot(): void {
  let [sub, _] = context.WithCancel(context.Background()); // ok: a link to a root that never ends holds nothing
  note(sub);
}

export function shadowedContext(ctx: context.Context): void {
  let cancel: context.CancelFunc;
  [ctx, cancel] = context.WithTimeout(ctx, time.Second); // ok: cancelled on the straight line, nothing can throw
  note(ctx);
  cancel!();
}

export function noObligation(ctx: context.Context): boolean {
  const sub = context.WithValue(ctx, "key", 1); // ok: a value has nothing to release
  const free = context.WithoutCancel(sub); // ok: not cancellable
  note(free);
  const stop = context.AfterFunc(ctx, () => note(free)); // ok: its stop function may be dropped
  return stop != null;
}
