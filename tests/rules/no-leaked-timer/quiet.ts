import { setTimeout as sleep } from "node:timers/promises";
import type { Socket } from "node:net";

declare function work(signal?: AbortSignal): Promise<string>;
declare function tick(): void;
declare const jest: { setTimeout(ms: number): void };
declare const registry: { track(timer: unknown): void };

export function fireAndForget() {
  setTimeout(tick, 1000); // ok: it ends by itself
  void setTimeout(tick, 1000); // ok: it ends by itself
  const timer = setTimeout(tick, 1000); // ok: nobody means to stop it
  console.log("started", typeof timer);
}

export async function unreferenced(ms: number) {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), ms); // ok: nothing waits for it
  timer.unref?.();
  const chained = setTimeout(() => controller.abort(), ms).unref(); // ok: nothing waits for it
  const maybe = setTimeout(() => controller.abort(), ms); // ok: nothing waits for it, where that can be said
  if (typeof maybe === "object" && "unref" in maybe) maybe.unref();
  setInterval(tick, 1000).unref(); // ok: nothing waits for it
  await work(controller.signal);
  clearTimeout(timer);
  clearTimeout(chained);
  clearTimeout(maybe);
}

export const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms)); // ok: whoever waits has it

export async function waits(ms: number) {
  await new Promise<void>((resolve) => {
    setTimeout(resolve, ms); // ok: a wait
  });
  await sleep(ms); // ok: of timers/promises
  await wait(ms);
}

export async function another(socket: Socket, ms: number) {
  socket.setTimeout(ms); // ok: a method of the socket
  jest.setTimeout(ms); // ok: a setting
  await work();
}

export async function local(ms: number) {
  const setTimeout = (f: () => void, after: number) => console.log(f, after);
  const timer = setTimeout(tick, ms); // ok: a function of that name
  await work();
  clearTimeout(timer as never);
}

export function debounce(f: () => void, ms: number) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(f, ms); // ok: cleared by the next call
  };
}

export async function now() {
  const timer = setTimeout(tick, 0); // ok: it is over before anything else
  await work();
  clearTimeout(timer);
}

export function returned() {
  const timer = setInterval(tick, 1000); // ok: the caller has it
  return { stop: () => clearInterval(timer) };
}

export function handedOver(map: Map<string, unknown>, list: unknown[]) {
  const inMap = setInterval(tick, 1000); // ok: stored
  map.set("a", inMap);
  list.push(setInterval(tick, 1000)); // ok: stored
  const tracked = setInterval(tick, 1000); // ok: given away
  registry.track(tracked);
}

export function endsWithAnEvent(emitter: { on(name: string, f: () => void): void }) {
  const timer = setInterval(tick, 1000); // ok: the listener clears it
  emitter.on("close", () => clearInterval(timer));
}

export function endedByATimeout() {
  const timer = setInterval(tick, 100); // ok: the other timer clears it
  setTimeout(() => clearInterval(timer), 5000);
}

export function clearsItself() {
  let count = 0;
  const timer = setInterval(() => {
    // ok: it clears itself
    if (++count > 10) clearInterval(timer);
  }, 100);
}

export function named() {
  let count = 0;
  const step = () => {
    if (++count > 10) clearInterval(timer);
  };
  const timer = setInterval(step, 100); // ok: it clears itself
}

export async function disposed() {
  using timer = setInterval(tick, 1000); // ok: at the end of the scope
  await work();
  return typeof timer;
}

export async function closed() {
  const timer = setInterval(tick, 1000); // ok: its own method stops it
  try {
    await work();
  } finally {
    timer.close();
  }
}

export async function closedOnSuccess() {
  const timer = setInterval(tick, 1000); // want exception: "rejects"
  await work();
  timer.close();
}
