// gontext: named exports, tuples.
import * as gontext from "gontext";
import { background, TODO, withCancel, withDeadline, withTimeout, withValue } from "gontext";
import type { Context } from "gontext";

declare function crawl(ctx: Context, url: string): Promise<string>;
declare function visit(ctx: Context, url: string): boolean;

export async function awaitRejects(parent: Context, url: string) {
  const [ctx, cancel] = withTimeout(parent, 2000); // want exception: "await` on line 11 rejects"
  const page = await crawl(ctx, url);
  cancel();
  return page;
}

export function returnsEarly(parent: Context, urls: string[]) {
  const [ctx, cancel] = withDeadline(parent, new Date(Date.now() + 2000)); // want early-return: "return at line 18"
  if (urls.length === 0) return;
  for (const url of urls) visit(ctx, url);
  cancel();
}

export async function inFinally(parent: Context, url: string) {
  const [ctx, cancel] = withTimeout(parent, 2000); // ok: cancelled in finally
  try {
    return await crawl(ctx, url);
  } finally {
    cancel();
  }
}

export async function namespaced(parent: Context, url: string) {
  const [ctx, cancel] = gontext.withTimeout(parent, 2000); // want exception: "await` on line 34 rejects"
  await crawl(ctx, url);
  cancel();
}

export async function required(parent: Context, url: string) {
  const { withCancel: cancellable } = require("gontext");
  const [ctx, stop] = cancellable(parent); // want exception: "`stop` is not called"
  await crawl(ctx, url);
  stop();
}

export async function partsAsserted(parent: Context, url: string) {
  const [ctx, cancel] = withTimeout(parent, 2000) as [Context, () => void]; // want exception: "await` on line 47"
  await crawl(ctx, url);
  cancel();
}

export async function tupleKept(parent: Context, url: string) {
  const pair = withTimeout(parent, 2000); // ok: the second element is called in finally
  try {
    await crawl(pair[0], url);
  } finally {
    pair[1]();
  }
}

export async function assignedLater(parent: Context, url: string) {
  let ctx = parent;
  let cancel: () => void;
  [ctx, cancel] = withTimeout(parent, 2000); // want exception: "await` on line 64 rejects"
  await crawl(ctx, url);
  cancel();
}

export function dropped(parent: Context, url: string) {
  const [ctx] = withTimeout(parent, 2000); // want discarded: "discarded"
  visit(ctx, url);
}

export function underscored(parent: Context, url: string) {
  const [ctx, _cancel] = withCancel(parent); // want discarded: "discarded"
  visit(ctx, url);
}

export function droppedOnRoot(url: string) {
  const [ctx] = withCancel(background()); // ok: a link to a root that never ends holds nothing
  visit(ctx, url);
  const [other] = gontext.withCancel(TODO()); // ok: a link to a root that never ends holds nothing
  visit(other, url);
}

export function neverCalled(parent: Context, url: string) {
  const [ctx, cancel] = withCancel(parent); // want never-released: "never called"
  return visit(ctx, url);
}

export function optionalCall(parent: Context, url: string) {
  const [ctx, cancel] = withTimeout(parent, 2000); // ok: released, and nothing can throw before
  const seen = visit(ctx, url);
  cancel?.();
  return seen;
}

export function valueOnly(parent: Context, url: string) {
  const ctx = withValue(parent, "url", url); // ok: a context with a value has nothing to release
  return visit(ctx, url);
}
