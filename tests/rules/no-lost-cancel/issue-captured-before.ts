// A closure that was given away reaches whatever its variable holds later; what ended before cannot be leaked after.
import { withCancel } from "gontext";
import { withTimeout } from "@loke/context";
import type { Context } from "@loke/context";

declare function work(ctx: Context): Promise<string>;
declare function step(ctx: Context): boolean;
declare const retry: { readonly enabled: boolean };
const verbose = step({} as Context);

export async function signalHandlerFirst(parent: Context) {
  let ctx: Context | undefined;
  let cancel: (() => void) | undefined;
  process.once("SIGINT", () => cancel?.());
  [ctx, cancel] = withCancel(parent); // ok: the handler has it
  await work(ctx);
}

export async function handlerOnOnePath(parent: Context) {
  let cancel: (() => void) | undefined;
  let ctx: Context | undefined;
  if (verbose) process.once("SIGINT", () => cancel?.());
  [ctx, cancel] = withCancel(parent); // want never-released: "never called"
  await work(ctx);
}

export function childOfACancelledParent(root: Context) {
  const [parent, cancel] = withCancel(root); // ok: cancelled
  cancel();
  const { ctx } = withTimeout(parent, 50); // ok: it was born cancelled
  return step(ctx);
}

export function childOfAParentGivenAway(root: Context, keep: (cancel: () => void) => void) {
  const [parent, cancel] = withCancel(root); // ok: given away
  keep(cancel);
  const [ctx] = withCancel(parent); // ok: ends with its parent
  return step(ctx);
}

export function parentOnOnePath(root: Context, nested: boolean) {
  const [parent, cancel] = nested ? withCancel(root) : [root, () => {}]; // ok: cancelled
  const [ctx] = withCancel(parent); // want discarded: "discarded"
  step(ctx);
  cancel();
}

export function otherHandleIsThere(root: Context) {
  const [, cancel] = withCancel(root); // ok: returned, since it is there
  if (cancel) return cancel;
  const [, other] = withCancel(root); // ok: never reached
  return step(root) ? other : undefined;
}

export function constantOfTheModule(root: Context, keep: (cancel: () => void) => void) {
  if (!verbose) return;
  const [, cancel] = withCancel(root); // ok: `verbose` is a constant
  if (verbose) keep(cancel);
}

export function bothHandles(parent: Context) {
  const [signal, abort, done] = setup(parent); // ok: one of the two runs, whatever happens
  return work(signal).then((result) => {
    done();
    return result;
  }, abort);
}

export async function oneOfBothHandles(parent: Context) {
  const [signal, , done] = setup(parent); // want exception: "await` on line 71 rejects"
  await work(signal);
  done();
}

function setup(parent: Context): [Context, (reason: unknown) => Promise<never>, () => void] {
  const { ctx, abort } = withTimeout(parent, 50); // ok: the caller has it
  return [
    ctx,
    function fail(reason: unknown): Promise<never> {
      abort();
      return Promise.reject(reason);
    },
    function done() {
      abort();
    },
  ];
}

export async function handlerReadsACopy(parent: Context) {
  let current: { abort(): void } | undefined;
  process.once("SIGINT", () => current?.abort());
  const job = withTimeout(parent, 50); // ok: the handler has it
  current = job;
  await work(job.ctx);
}

export async function handlerReadsAnother(parent: Context) {
  let current: { abort(): void } | undefined;
  process.once("SIGINT", () => current?.abort());
  const job = withTimeout(parent, 50); // want never-released: "never called"
  await work(job.ctx);
}

export async function copiedOnOnePath(parent: Context) {
  let current: { abort(): void } | undefined;
  process.once("SIGINT", () => current?.abort());
  const job = withTimeout(parent, 50); // want branch: "is false"
  if (verbose) current = job;
  await work(job.ctx);
}

export async function handlerComesTooLate(parent: Context) {
  const job = withTimeout(parent, 50); // want early-return: "return at line 115"
  const current = job;
  if (verbose) return;
  process.once("SIGINT", () => current.abort());
  await work(job.ctx);
}
