import { spawn } from "node:child_process";
// What hears the last event is always called, unless the executor has been left before it was added.
declare function cached(): string | undefined;

export function run(command: string, signal: AbortSignal): Promise<string> {
  return new Promise((resolve, reject) => {
    const onAbort = () => reject(new Error("aborted"));
    signal.addEventListener("abort", onAbort, { once: true }); // want settled: "`resolve` on line 11"
    const hit = cached();
    if (hit !== undefined) {
      resolve(hit);
      return;
    }
    const child = spawn(command);
    child.on("close", () => {
      signal.removeEventListener("abort", onAbort);
      resolve("done");
    });
  });
}

export function reads(command: string, signal: AbortSignal): Promise<string> {
  return new Promise((resolve, reject) => {
    const onAbort = () => reject(new Error("aborted"));
    signal.addEventListener("abort", onAbort, { once: true }); // ok: it is removed when the child is gone
    const child = spawn(command);
    child.on("message", () => resolve("ready"));
    child.on("close", () => signal.removeEventListener("abort", onAbort));
  });
}

export function removesBefore(command: string, signal: AbortSignal): Promise<string> {
  return new Promise((resolve, reject) => {
    const onAbort = () => reject(new Error("aborted"));
    signal.addEventListener("abort", onAbort, { once: true }); // ok: removed on both ways
    const hit = cached();
    if (hit !== undefined) {
      signal.removeEventListener("abort", onAbort);
      return resolve(hit);
    }
    const child = spawn(command);
    child.on("close", () => {
      signal.removeEventListener("abort", onAbort);
      resolve("done");
    });
  });
}

export function goesOn(command: string, signal: AbortSignal): Promise<string> {
  return new Promise((resolve, reject) => {
    const onAbort = () => reject(new Error("aborted"));
    signal.addEventListener("abort", onAbort, { once: true }); // ok: the child's end comes all the same
    const hit = cached();
    if (hit !== undefined) resolve(hit);
    const child = spawn(command);
    child.on("close", () => {
      signal.removeEventListener("abort", onAbort);
      resolve("done");
    });
  });
}
