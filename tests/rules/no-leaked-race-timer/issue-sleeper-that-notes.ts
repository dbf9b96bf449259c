import { setTimeout as pause } from "node:timers/promises";
import { delay } from "./delay.ts";

declare function work(): Promise<string>;
declare function log(line: string): void;

export class Connection {
  isConnecting = true;

  open(timeoutMs: number) {
    return Promise.race([
      work(),
      (async () => {
        await delay(timeoutMs); // want discarded: "race on line 11"
        this.isConnecting = false;
        if (!timeoutMs) return;
        log("late");
        throw new Error("late");
      })(),
    ]);
  }
}

export async function measured() {
  const late = async () => {
    const before = Date.now();
    await work();
    await pause(5000); // want discarded: "race on line 32"
    const t = Date.now() - before;
    throw new Error(`late by ${t}`);
  };
  await Promise.race([work(), late()]);
}

export async function flagged() {
  let isLate = false;
  const late = async () => {
    await delay(5000); // want discarded: "race on line 42"
    isLate = true;
    console.warn("late");
  };
  await Promise.race([work(), late()]);
  return isLate;
}

export async function thenWorks(ready: () => boolean) {
  const poll = async () => {
    await delay(100); // ok: what comes behind it is work
    log("now");
    return await work();
  };
  const again = async () => {
    await delay(100); // ok: the same
    while (!ready()) await work();
    throw new Error("late");
  };
  const starts = async () => {
    await delay(100); // ok: the same
    log("now");
    void work();
  };
  await Promise.race([work(), poll(), again(), starts()]);
}

export async function polls(ready: () => boolean) {
  const poll = async () => {
    while (!ready()) await delay(100); // ok: one of many
    throw new Error("late");
  };
  await Promise.race([work(), poll()]);
}

export async function asyncExecutor(token: { isCancelled: boolean }) {
  const late = new Promise<never>(async (_, reject) => {
    await pause(5000); // want discarded: "race on line 79"
    token.isCancelled = true;
    reject(new Error("late"));
  });
  await Promise.race([work(), late]);
}

export async function asyncExecutorInAList(timeoutMs: number) {
  const racers: Promise<unknown>[] = [];
  if (timeoutMs) racers.push(timeoutAfter(timeoutMs));
  racers.push(work());
  await Promise.race(racers);
}

function timeoutAfter(ms: number) {
  return new Promise(async (resolve) => {
    await new Promise((go) => setTimeout(go, ms)); // want discarded: "race on line 86"
    resolve("late");
  });
}

export async function reactionInExecutor() {
  const late = new Promise((_, reject) => {
    delay(5000).then(() => reject(new Error("late"))); // want discarded: "race on line 100"
  });
  return await Promise.race([work(), late]);
}

export async function onlyReactionInExecutor() {
  const late = new Promise((resolve) => delay(5000).then(resolve)); // want discarded: "race on line 105"
  return await Promise.race([work(), late]);
}

export async function pollsInExecutor(ready: () => Promise<boolean>) {
  const opened = new Promise<void>(async (resolve) => {
    while (true) {
      await delay(1000); // ok: one of many
      if (await ready()) break;
    }
    resolve();
  });
  const worked = new Promise(async (resolve) => {
    await delay(100); // ok: what comes behind it is work
    resolve(await work());
  });
  const begun = new Promise(async (resolve) => {
    work().then(resolve);
    await delay(100); // ok: it settles nothing
    log("begun");
  });
  const told = new Promise((resolve) => {
    work().then(resolve);
    delay(100).then(() => log("begun")); // ok: it settles nothing
  });
  await Promise.race([work(), opened, worked, begun, told]);
}

export async function unlessReady(isReady: () => boolean) {
  const late = async () => {
    await delay(5000); // want discarded: "won by another"
    log("late");
    if (!isReady()) {
      throw new Error("late");
    }
  };
  await Promise.race([work(), late()]);
}
