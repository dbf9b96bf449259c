import { setTimeout as pause, scheduler } from "node:timers/promises";
import { abortableDelay, delay, sleep, sleepWithAbort, wait } from "./sleep.ts";

declare function work(signal?: AbortSignal): Promise<string>;
declare function register(callback: (signal: AbortSignal) => unknown): void;

export async function ofCaller(ms: number, signal: AbortSignal) {
  await Promise.race([work(), sleep(ms, signal)]); // want discarded: "Give it a signal of its own, and abort that."
  await Promise.race([work(), delay(ms, { signal })]); // want discarded: "race on line 9"
  await Promise.race([work(), pause(ms, undefined, { signal })]); // want discarded: "signal of its own"
  await Promise.race([work(), scheduler.wait(ms, { signal })]); // want discarded: "signal of its own"
}

export async function ofOptions(options: { signal: AbortSignal; timeoutMs: number }) {
  const { signal } = options;
  await Promise.race([work(), sleep(5000, options.signal)]); // want discarded: "race on line 16"
  const late = sleepWithAbort(options.timeoutMs, signal).then(() => "late"); // want discarded: "race on line 18"
  return await Promise.race([late, work(signal)]);
}

export async function ofClient(client: { readonly stopSignal: AbortSignal; msToSlot(slot: number): number }) {
  await Promise.race([work(), abortableDelay(client.msToSlot(1), client.stopSignal)]); // want discarded: "race"
}

export class Task {
  readonly #controller = new AbortController();
  private heartbeatTimeoutInMs = 120_000;

  constructor(private readonly abortSignal: AbortSignal) {}

  async init() {
    await Promise.race([work(), wait(this.heartbeatTimeoutInMs, this.abortSignal)]); // want discarded: "race on"
    await Promise.race([work(), sleep(5000, this.#controller.signal)]); // want discarded: "race on line 33"
  }

  destroy() {
    this.#controller.abort();
  }
}

export class PerRun {
  controller = new AbortController();
  readonly other = new AbortController();

  start() {
    this.controller = new AbortController();
    return Promise.race([work(), sleep(5000, this.controller.signal)]); // ok: another one for each run
  }

  async run() {
    await Promise.race([work(), sleep(5000, this.other.signal)]); // ok: it is aborted behind
    this.other.abort();
  }

  async runAndStop() {
    await Promise.race([work(), sleep(5000, this.other.signal)]); // ok: it is aborted behind
    this.stop();
  }

  stop() {
    this.other.abort();
  }
}

export async function ofItsOwn(ms: number, signal: AbortSignal) {
  const controller = new AbortController();
  try {
    await Promise.race([work(), sleep(ms, controller.signal)]); // ok: it is aborted behind
    const both = AbortSignal.any([signal, controller.signal]);
    await Promise.race([work(), sleep(ms, both), sleep(ms, AbortSignal.timeout(5))]); // ok: the same
  } finally {
    controller.abort();
  }
}

async function within(ms: number, signal: AbortSignal) {
  await Promise.race([work(), sleep(ms, signal)]); // ok: who calls it aborts
}

export async function callsWithItsOwn() {
  const controller = new AbortController();
  await within(5000, controller.signal).finally(() => controller.abort());
}

register((signal) => Promise.race([work(), sleep(5000, signal)])); // ok: it may be a signal for this call

export async function ofController(controller: AbortController) {
  await Promise.race([work(), sleep(5000, controller.signal)]); // ok: it is aborted behind
  controller.abort();
}

export async function waitedFor(ms: number, signal: AbortSignal, aborted: Promise<void>) {
  await sleep(ms, signal); // ok: waited for
  await Promise.race([sleep(ms, signal), aborted]); // ok: meant to be first
}

export function withSomethingElse(ms: number, options: object, isUnreferenced: boolean) {
  return Promise.race([work(), sleep(ms, options), wait(ms, isUnreferenced), wait(ms, true)]); // ok: no signal
}

export function withUnknownOptions(ms: number, signal: AbortSignal, options: object) {
  return Promise.race([work(), sleep(ms, { ...options, signal }), pause(ms, "late", options)]); // ok: may be unref'd
}
