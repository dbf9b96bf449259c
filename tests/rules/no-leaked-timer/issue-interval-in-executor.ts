import type { EventEmitter } from "node:events";

declare function isReady(): boolean;
declare function report(): void;

/** The poll stops itself when it succeeds; when the time is up nobody stops it. */
export function waitUntilReady(ms: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error("late")), ms);
    const poll = setInterval(() => { // want settled: "`poll` is not stopped when `reject` on line 9"
      if (!isReady()) return;
      clearInterval(poll);
      clearTimeout(late);
      resolve();
    }, 50);
  });
}

export function waitByName(job: EventEmitter): Promise<void> {
  return new Promise((resolve, reject) => {
    const check = () => {
      if (!isReady()) return;
      clearInterval(poll);
      resolve();
    };
    const poll = setInterval(check, 50); // want settled: "`poll` is not stopped when `reject` on line 27"
    job.once("failed", reject);
  });
}

export function ticks(job: EventEmitter): Promise<void> {
  return new Promise((resolve) => {
    const tick = setInterval(report, 1000); // want settled: "`tick` is not stopped when `resolve` on line 38"
    job.once("done", () => {
      clearInterval(tick);
      resolve();
    });
    job.once("skipped", () => resolve());
  });
}

export function stopsBoth(ms: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => {
      clearInterval(poll);
      reject(new Error("late"));
    }, ms);
    const poll = setInterval(() => { // ok: both ways stop it
      if (!isReady()) return;
      clearInterval(poll);
      clearTimeout(late);
      resolve();
    }, 50);
  });
}

export function asksForTheEnd(ms: number): Promise<void> {
  return new Promise((resolve, reject) => {
    let isOver = false;
    const late = setTimeout(() => {
      isOver = true;
      reject(new Error("late"));
    }, ms);
    const poll = setInterval(() => { // ok: it sees that the time is up, and stops itself
      if (!isOver && !isReady()) return;
      clearInterval(poll);
      clearTimeout(late);
      resolve();
    }, 50);
  });
}

export function stopsOtherwise(ms: number, isClosed: () => boolean): Promise<void> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error("late")), ms);
    const poll = setInterval(() => { // ok: it may stop for another reason
      if (isClosed()) clearInterval(poll);
      if (!isReady()) return;
      clearInterval(poll);
      clearTimeout(late);
      resolve();
    }, 50);
  });
}

export function ownDeadline(ms: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const start = Date.now();
    const poll = setInterval(() => { // ok: all ways are its own
      if (isReady()) {
        clearInterval(poll);
        resolve();
      } else if (Date.now() - start > ms) {
        clearInterval(poll);
        reject(new Error("late"));
      }
    }, 50);
  });
}

export function untilTheEnd(child: EventEmitter): Promise<void> {
  return new Promise((resolve, reject) => {
    const tick = setInterval(report, 1000); // ok: the last event stops it
    child.once("error", reject);
    child.once("close", () => {
      clearInterval(tick);
      resolve();
    });
  });
}

export function throughOne(job: EventEmitter): Promise<void> {
  return new Promise((resolve, reject) => {
    const done = (settle: () => void) => {
      clearInterval(tick);
      settle();
    };
    const tick = setInterval(report, 1000); // ok: one function stops it for all
    job.once("done", () => done(resolve));
    job.once("failed", () => done(() => reject(new Error("failed"))));
  });
}

export function unrefed(ms: number): Promise<void> {
  return new Promise((resolve, reject) => {
    setTimeout(() => reject(new Error("late")), ms);
    const poll = setInterval(() => { // ok: it keeps nothing alive
      if (!isReady()) return;
      clearInterval(poll);
      resolve();
    }, 50);
    poll.unref();
  });
}
