import timers, { setInterval as every, clearInterval as stop } from "node:timers";
import * as all from "timers";

declare function work(): Promise<string>;
declare function tick(): void;

export async function ofGlobalObjects() {
  const a = globalThis.setInterval(tick, 1000); // want exception: "Call `clearInterval(a)`"
  const b = window.setInterval(tick, 1000); // want exception: "rejects"
  const c = self.setInterval(tick, 1000); // want exception: "rejects"
  const d = global.setInterval(tick, 1000); // want exception: "rejects"
  await work();
  globalThis.clearInterval(a);
  window.clearInterval(b);
  self.clearInterval(c);
  global.clearInterval(d);
}

export async function ofTheModule() {
  const a = timers.setTimeout(tick, 1000); // want exception: "rejects"
  const b = all.setInterval(tick, 1000); // want exception: "rejects"
  const c = every(tick, 1000); // want exception: "Call `clearInterval(c)`"
  await work();
  timers.clearTimeout(a);
  all.clearInterval(b);
  stop(c);
}

export async function ofTheModuleInFinally() {
  const timer = every(tick, 1000); // ok: every path
  try {
    await work();
  } finally {
    stop(timer);
  }
}

export async function withTypes() {
  const timer = setInterval(tick, 1000) as unknown as number; // want exception: "rejects"
  await work();
  clearInterval(timer!);
}

export async function ofAnObject(clock: { setInterval(f: () => void, ms: number): number }) {
  const timer = clock.setInterval(tick, 1000); // ok: a method of something else
  await work();
  clearInterval(timer);
}
