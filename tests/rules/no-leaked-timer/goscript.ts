import * as $ from "@goscript/builtin/index.js";
import * as time from "@goscript/time/index.js";
import { NewTicker, Tick, Timer } from "@goscript/time/index.js";

declare function work(): Promise<string>;
declare function tick(): void;

export async function ticker() {
  const ticks = time.NewTicker(1_000_000_000); // want exception: "Call `ticks.Stop()` in a `finally` block"
  await work();
  ticks.Stop();
}

export async function tickerInFinally() {
  const ticks = NewTicker(1_000_000_000); // ok: every path
  try {
    await $.chanRecv(ticks.C);
  } finally {
    ticks.Stop();
  }
}

export async function deferred() {
  using defer = new $.DisposableStack();
  const ticks = NewTicker(1_000_000_000); // ok: at the end of the scope
  defer.defer(() => ticks.Stop());
  await $.chanRecv(ticks.C);
}

export async function dropped() {
  await $.chanRecv(time.NewTicker(1_000_000_000).C); // want discarded: "The result of `NewTicker` is dropped"
}

export async function withoutStop(limit: number) {
  const ticks = Tick(1_000_000_000); // want discarded: "`Tick` starts a timer that nothing can stop"
  for (let i = 0; i < limit; i++) await $.chanRecv(ticks);
}

export async function forever() {
  const ticks = Tick(1_000_000_000); // ok: the loop never ends
  for (;;) {
    await $.chanRecv(ticks);
    tick();
  }
}

export async function timer() {
  const deadline = new Timer(1_000_000_000); // want exception: "rejects"
  await work();
  deadline.Stop();
}

export function afterFunc() {
  time.AfterFunc(1_000_000_000, tick); // ok: it ends by itself
}

export async function afterFuncStopped() {
  const pending = time.AfterFunc(1_000_000_000, tick); // want exception: "rejects"
  await work();
  pending.Stop();
}
