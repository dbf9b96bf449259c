// @sabl/context: functions and the method `withCancel`, both with tuples; the root is `Context.background`.
import { Context, withCancel, withDeadline, withTimeout, withValue } from "@sabl/context";
import * as sabl from "@sabl/context";
import type { IContext } from "@sabl/context";

declare function loadInvoice(ctx: IContext, id: number): Promise<object>;
declare function isKnown(ctx: IContext, id: number): boolean;

export async function awaitRejects(parent: IContext, id: number) {
  const [ctx, cancel] = withTimeout(parent, 300); // want exception: "await` on line 11 rejects"
  const invoice = await loadInvoice(ctx, id);
  cancel();
  return invoice;
}

export function returnsEarly(parent: IContext, id: number) {
  const [ctx, cancel] = sabl.withDeadline(parent, new Date()); // want early-return: "return at line 18"
  if (!isKnown(ctx, id)) return null;
  cancel("known");
  return id;
}

export async function inFinally(parent: IContext, id: number) {
  const [ctx, cancel] = withDeadline(parent, new Date()); // ok: cancelled in finally
  try {
    return await loadInvoice(ctx, id);
  } finally {
    cancel();
  }
}

export async function fromAMethod(id: number) {
  const [ctx, cancel] = Context.background.withCancel(); // want exception: "await` on line 34 rejects"
  await loadInvoice(ctx, id);
  cancel();
}

export async function fromAMethodOfAParameter(parent: Context, id: number) {
  const [ctx, cancel] = parent.withCancel(); // ok: cancelled when the work settles
  return loadInvoice(ctx, id).finally(cancel);
}

export async function afterAValue(parent: Context, id: number) {
  const [ctx, cancel] = parent.withValue("id", id).withCancel(); // want exception: "await` on line 45 rejects"
  await loadInvoice(ctx, id);
  cancel();
}

export function dropped(parent: IContext, id: number) {
  const [ctx] = withCancel(parent); // want discarded: "discarded"
  return isKnown(ctx, id);
}

export function droppedOnRoot(id: number) {
  const [ctx] = withCancel(Context.background); // ok: a link to a root that never ends holds nothing
  return isKnown(ctx, id);
}

export function droppedOnEmptyRoot(id: number) {
  const [ctx] = withCancel(Context.empty("job")); // ok: a root of its own has no canceler to link to
  return isKnown(ctx, id);
}

export async function ownRoot(id: number) {
  const [ctx, cancel] = Context.cancel(); // ok: a root of its own holds nothing
  process.once("SIGINT", cancel);
  return loadInvoice(ctx, id);
}

export function valueOnly(parent: IContext, id: number) {
  const ctx = withValue(parent, "id", id); // ok: a context with a value has nothing to release
  return isKnown(Context.as(ctx), id);
}
