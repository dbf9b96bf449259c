import { race } from "./race.ts";

declare function work(): Promise<string>;
declare const jest: { setTimeout(ms: number): void };
declare const socket: { setTimeout(ms: number, late: () => void): void };
declare function setTimer(run: () => void, ms: number): number;

export function ofASocket(ms: number) {
  jest.setTimeout(ms); // ok: no timer
  return Promise.race([work(), new Promise((_, reject) => socket.setTimeout(ms, () => reject(new Error("late"))))]); // ok: the socket's own
}

export function otherRace(ms: number) {
  return race([work(), new Promise((resolve) => setTimeout(resolve, ms))]); // ok: not known what it does
}

export function otherFunction(ms: number) {
  return Promise.race([work(), new Promise<void>((resolve) => setTimer(resolve, ms))]); // ok: not known what it is
}

export function local(ms: number) {
  const setTimeout = (run: () => void) => queueMicrotask(run);
  return Promise.race([work(), new Promise<void>((resolve) => setTimeout(resolve))]); // ok: a local function, ${ms}
}

export function notItsPromise(stop: AbortController, ms: number) {
  return Promise.race([
    work(),
    new Promise((_, reject) => {
      stop.signal.addEventListener("abort", () => reject(new Error("late")), { once: true });
      setTimeout(() => console.log("slow"), ms); // ok: it settles nothing
    }),
  ]);
}

export function raceOfAnother(ms: number) {
  const game = { race: (cars: unknown[]) => cars };
  return game.race([work(), new Promise((resolve) => setTimeout(resolve, ms))]); // ok: another race
}
