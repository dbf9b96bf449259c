import { Timer } from "@matrixai/timer";

declare function work(context?: { timer: Timer }): Promise<string>;
declare function close(): void;

export async function cancelledOnSuccess() {
  const timer = new Timer(close, 5000); // want exception: "Call `timer.cancel()` in a `finally` block"
  await work();
  timer.cancel();
}

export async function cancelled() {
  const timer = new Timer({ handler: close, delay: 5000 }); // ok: every path
  try {
    return await work();
  } finally {
    timer.cancel();
  }
}

export async function awaited(early: boolean) {
  const timer = new Timer(close, 5000); // ok: cancelled or waited for
  if (early) timer.cancel();
  else await timer;
}

export function fired() {
  new Timer(close, 5000); // ok: it ends by itself
}

export function handedOver() {
  return work({ timer: new Timer({ delay: 5000 }) }); // ok: the context has it
}

export function another(timers: { Timer: new (f: () => void) => { cancel(): void } }) {
  const timer = new timers.Timer(close); // ok: another class
  if (timer) return;
  timer.cancel();
}

export class Poller {
  private timer?: Timer;
  start(poll: () => void) {
    this.timer = new Timer({ handler: poll, delay: 60_000 }); // want never-released: "is not stopped by `stop()`"
  }
  stop() {
    console.log("stopped");
  }
}
