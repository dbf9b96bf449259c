// options: {"topLevel": true}
// With the option the end of the module is an end like any other.
import { background, withAbort, withTimeout } from "@loke/context";
import type { Context } from "@loke/context";

declare function main(ctx: Context): Promise<void>;
declare function step(ctx: Context): boolean;

const { ctx, abort } = withTimeout(background, 5_000); // want exception: "await` on line 10 rejects"
await main(ctx);
abort();

const { ctx: dropped } = withTimeout(background, 5_000); // want discarded: "discarded"
step(dropped);

const { ctx: unlinked } = withAbort(background); // ok: a link to a root that never ends holds nothing
step(unlinked);

const never = withTimeout(background, 5_000); // want never-released: "never called"
step(never.ctx);

const safe = withTimeout(background, 5_000); // ok: aborted in finally
try {
  await main(safe.ctx);
} finally {
  safe.abort();
}

const { ctx: signalled, abort: onSignal } = withTimeout(background, 5_000); // ok: the process calls it
process.once("SIGTERM", onSignal);
await main(signalled);

const kept = withTimeout(background, 5_000); // ok: exported functions abort it
export function stop() {
  kept.abort();
}

for (const ms of [1, 2]) {
  const { ctx: child, abort: end } = withTimeout(background, ms); // want early-return: "continue at line 40"
  if (!step(child)) continue;
  end();
}

export const exported = withTimeout(background, 5_000); // ok: exported
