import { setTimeout as pause } from "node:timers/promises";
import { delay } from "./delay.ts";

declare function work(): Promise<string>;
declare function undo(): Promise<void>;
declare function Err(error: Error): { error: Error };

export async function failsAsAResult(timeoutMs: number) {
  const tooLate = async () => {
    await pause(timeoutMs); // want discarded: "race on line 14"
    await undo();
    return Err(new Error("late"));
  };
  return await Promise.race([work(), tooLate()]);
}

export async function throwsBehindMore(timeoutMs: number) {
  const late = async (): Promise<never> => {
    await undo();
    await delay(timeoutMs); // want discarded: "race on line 25"
    if (!timeoutMs) return undefined as never;
    await undo();
    throw new Error("late");
  };
  return await Promise.race([work(), late()]);
}

export async function namedAsLate() {
  async function lockTimeout() {
    await delay(5000); // want discarded: "race on line 34"
    await undo();
    return { isLocked: false };
  }
  return await Promise.race([work(), lockTimeout()]);
}

export async function givesMore(ready: () => Promise<boolean>) {
  const second = async () => {
    await delay(100); // ok: a second attempt, which may be the one that succeeds
    const value = await work();
    return value;
  };
  const retry = async () => {
    await delay(100); // ok: the same
    if (await ready()) return await work();
    throw new Error("not ready");
  };
  const asks = async () => {
    await delay(100); // ok: it asks again and again
    while (!(await ready())) await undo();
    throw new Error("ready too soon");
  };
  const workWithTimeout = async () => {
    await delay(100); // ok: work that has a timeout
    await undo();
    return await work();
  };
  const stops = async () => {
    await delay(100); // ok: work without a result
    await undo();
  };
  return await Promise.any([work(), second(), retry(), asks(), workWithTimeout(), stops()]);
}
