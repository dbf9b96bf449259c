import * as utils from "./utils.ts";
import * as library from "library";
import { promiseTimeout, rejectAfter, sleep, timeoutReject, waitForDuration } from "./utils.ts";

declare function work(): Promise<string>;
declare function ms(text: string): number;
declare const scheduler: { wait(ms: number): Promise<void> };

export function withTypeArguments(seconds: number) {
  return Promise.race([work(), sleep<string>(5000)]); // want discarded: "race on line 10"
}

export function withMoreTypeArguments(seconds: number) {
  return Promise.race([work(), rejectAfter<Map<string, never>>(seconds, new Error("late"))]); // want discarded: "race"
}

export function ofNamespace() {
  return Promise.race([work(), utils.sleep(5000)]); // want discarded: "race on line 18"
}

export function ofLibrary() {
  return Promise.race([work(), library.sleep(5000)]); // ok: it may be no timer of this process
}

export function throwing(timeoutMs: number, throwOnTimeout: boolean) {
  return Promise.race([work(), promiseTimeout(timeoutMs, throwOnTimeout)]); // want discarded: "race on line 26"
}

export function ofWorker() {
  return Promise.race([work(), globalThis.scheduler.wait(5000)]); // ok: not by this name
}

const limit = 5000;

export function ofConstant(options: { pollMs: number }) {
  const t = options.pollMs;
  const first = sleep(limit).then(failed); // want discarded: "won by another"
  const second = sleep(t).then(failed); // want discarded: "won by another"
  return Promise.race([work(), first, second]);
}

export function ofText() {
  return Promise.race([work(), sleep(ms("5s"))]); // want discarded: "race on line 43"
}

function failed(): never {
  throw new Error("late");
}

declare const nls: { localize(key: string, text: string): string };

export function withTextOfTheUser() {
  return Promise.race([work(), timeoutReject(5000, nls.localize("late", "Too late"))]); // want discarded: "race"
}

export function namedAtLength(started: () => Promise<boolean>) {
  return Promise.race([started(), waitForDuration(5000)]); // want discarded: "race"
}

export function forSomethingElse(waitForServer: (ms: number) => Promise<void>) {
  return Promise.race([work(), waitForServer(5000)]); // ok: a parameter, which may be anything
}
