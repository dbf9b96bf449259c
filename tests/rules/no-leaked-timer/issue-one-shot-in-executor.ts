import type { ChildProcess } from "node:child_process";
import type { EventEmitter } from "node:events";

declare function tell(word: string): void;
declare function sweep(): void;

export function answered(child: ChildProcess, ms: number): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => child.kill(), ms); // want settled: "`timer` is not stopped when `reject` on line 14"
    child.once("message", (message) => {
      clearTimeout(timer);
      resolve(message);
    });
    child.once("disconnect", () => reject(new Error("disconnected")));
  });
}

export function slow(job: EventEmitter, ms: number): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => { // want settled: "`timer` is not stopped when `reject` on line 27"
      tell("slow");
    }, ms);
    job.once("done", (value) => {
      clearTimeout(timer);
      resolve(value);
    });
    job.once("failed", reject);
  });
}

export function skipped(job: EventEmitter, ms: number): Promise<unknown> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => job.emit("cancel"), ms); // want settled: "`timer` is not stopped when `resolve`"
    job.once("done", (value) => {
      clearTimeout(timer);
      resolve(value);
    });
    job.once("skipped", () => resolve(undefined));
  });
}

export function closed(child: ChildProcess, ms: number): Promise<number | null> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => child.kill(), ms); // ok: a close comes last
    child.once("error", reject);
    child.once("close", (code) => {
      clearTimeout(timer);
      resolve(code);
    });
  });
}

export function bySettle(job: EventEmitter, ms: number): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const settle = (run: () => void): void => {
      clearTimeout(timer);
      run();
    };
    const timer = setTimeout(() => job.emit("cancel"), ms); // ok: whatever settles it clears
    job.once("done", (value) => settle(() => resolve(value)));
    job.once("failed", (error) => settle(() => reject(error)));
  });
}

export function listening(server: EventEmitter, ms: number): Promise<EventEmitter> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => server.emit("stop"), ms); // ok: the life of the server, which begins here
    server.once("error", (error) => {
      clearTimeout(timer);
      reject(error);
    });
    server.once("listening", () => resolve(server));
  });
}

export function neverCleared(job: EventEmitter, ms: number): Promise<unknown> {
  return new Promise((resolve, reject) => {
    setTimeout(sweep, ms); // ok: meant to run
    job.once("done", resolve);
    job.once("failed", reject);
  });
}

export function givenAway(job: EventEmitter, timers: Set<unknown>, ms: number): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(sweep, ms); // ok: others have it
    timers.add(timer);
    job.once("done", (value) => {
      clearTimeout(timer);
      resolve(value);
    });
    job.once("failed", reject);
  });
}

export function both(child: ChildProcess, ms: number): Promise<unknown> {
  return new Promise((resolve, reject) => {
    let isLate = false;
    const timer = setTimeout(() => { // ok: a failure is one of the timer, or was cleared
      isLate = true;
      child.kill();
    }, ms);
    child.once("message", (message) => {
      clearTimeout(timer);
      resolve(message);
    });
    child.once("disconnect", () => {
      if (isLate) return reject(new Error("late"));
      clearTimeout(timer);
      reject(new Error("disconnected"));
    });
  });
}
