declare function work(): Promise<number>;
declare const socket: { once(event: string, listener: (value?: unknown) => void): void };

export async function raced(ms: number) {
  return await Promise.race([
    work(),
    new Promise<never>((_, reject) => setTimeout((fail) => fail(new Error("late")), ms, reject)), // want discarded: "goes on"
  ]);
}

export function settledByEvent(ms: number) {
  return new Promise((resolve, reject) => {
    setTimeout((fail: (error: Error) => void) => fail(new Error("late")), ms, reject); // want discarded: "goes on"
    socket.once("message", resolve);
  });
}

export function cleared(ms: number) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout((fail: (error: Error) => void) => fail(new Error("late")), ms, reject); // ok: cleared
    socket.once("message", (value) => {
      clearTimeout(timer);
      resolve(value);
    });
  });
}

export const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout((end) => end(), ms, resolve)); // ok: a sleep

export function bound(ms: number, log: (word: string) => void) {
  return new Promise<void>((resolve) => {
    setTimeout((word) => log(word), ms, "late"); // ok: settles nothing
    socket.once("message", () => resolve());
  });
}
