// settings: {"releases": ["safeRelease"], "keeps": ["registry.keep"]}
// Functions that release what they are given, and functions that take it over.
import { background } from "go-like-ctx";
import type { Context } from "go-like-ctx";

declare function get(url: string, signal: AbortSignal): Promise<string>;
declare function safeRelease(ctx: Context): Promise<void>;
declare const registry: { keep(ctx: Context): Promise<void>; read(ctx: Context): Promise<void> };

export async function releasedInFinally(url: string) {
  const ctx = background().withTimeout(500); // ok: released in finally
  try {
    await get(url, ctx.signal());
  } finally {
    await safeRelease(ctx);
  }
}

export async function releasedOnTheStraightLine(url: string) {
  const ctx = background().withTimeout(500); // want exception: "await` on line 21 rejects"
  await get(url, ctx.signal());
  await safeRelease(ctx);
}

export async function releasedBeforeTheAwait(url: string) {
  const ctx = background().withTimeout(500); // ok: released before the work of others
  await safeRelease(ctx);
  await get(url, AbortSignal.timeout(500));
}

export async function keptByTheRegistry(url: string) {
  const ctx = background().withTimeout(500); // ok: the registry has it
  await registry.keep(ctx);
  if ((await get(url, ctx.signal())) === "") ctx.cancel();
}

export async function onlyRead(url: string) {
  const ctx = background().withTimeout(500); // want exception: "await` on line 39 rejects"
  await registry.read(ctx);
  ctx.cancel();
  return url;
}
