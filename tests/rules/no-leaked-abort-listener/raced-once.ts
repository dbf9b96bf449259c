import { once } from "node:events";

declare function work(signal?: AbortSignal): Promise<string>;
declare const app: { once(signal: AbortSignal, event: string): Promise<void> };

export async function raced(signal: AbortSignal) {
  await Promise.race([work(), once(signal, "abort")]); // want raced-once: "another wins the race on line 7"
}

export async function inAVariable(options: { signal: AbortSignal }) {
  const aborted = once(options.signal, "abort"); // want raced-once: "stays on `options.signal`"
  return await Promise.race([work(), aborted]);
}

export function withAReaction(signal: AbortSignal) {
  return Promise.race([work(), once(signal, "abort").then(() => "aborted")]); // want raced-once: "line 16"
}

export async function byAHelper(signal: AbortSignal) {
  await Promise.race([work(), untilAborted(signal)]);
}

function untilAborted(signal: AbortSignal) {
  return once(signal, "abort"); // want raced-once: "the race on line 20"
}

export async function takenAway(signal: AbortSignal) {
  const settled = new AbortController();
  try {
    await Promise.race([work(), once(signal, "abort", { signal: settled.signal })]); // ok: aborted behind the race
  } finally {
    settled.abort();
  }
}

export async function ownSignal() {
  const own = new AbortController();
  setTimeout(() => own.abort(), 100);
  await Promise.race([work(own.signal), once(own.signal, "abort")]); // ok: the signal is made here
}

export async function perRequest(request: Request) {
  await Promise.race([work(), once(request.signal, "abort")]); // ok: it ends with the request
}

export async function waitedFor(signal: AbortSignal) {
  await once(signal, "abort"); // ok: nothing races it
}

export async function waitedForBehind(signal: AbortSignal) {
  const aborted = once(signal, "abort"); // ok: the function waits for the abort in the end
  await Promise.race([work(), aborted]);
  await aborted;
}

export async function onlyAborts(signal: AbortSignal, other: AbortSignal) {
  await Promise.race([once(signal, "abort"), once(other, "abort")]); // ok: there is no work that ends
}

export async function inALoop(signal: AbortSignal) {
  while (!signal.aborted) {
    await Promise.race([work(), once(signal, "abort")]); // ok: no-race-in-loop tells of it
  }
}

export async function beforeALoop(signal: AbortSignal) {
  const aborted = once(signal, "abort"); // ok: no-race-in-loop tells of it
  while (!signal.aborted) await Promise.race([work(), aborted]);
}

export function forManyRaces(signal: AbortSignal) {
  const aborted = once(signal, "abort"); // ok: one listener, many races
  return (promise: Promise<string>) => Promise.race([promise, aborted]);
}

export async function anotherOnce(signal: AbortSignal) {
  await Promise.race([work(), app.once(signal, "abort")]); // ok: not the one of Node.js
}

export async function loaded(signal: AbortSignal) {
  const { once } = await import("node:events");
  await Promise.race([work(), once(signal, "abort")]); // want raced-once: "another wins the race"
}

export async function given(
  { once }: { once: (signal: AbortSignal, event: string) => Promise<void> },
  signal: AbortSignal,
) {
  await Promise.race([work(), once(signal, "abort")]); // ok: not the one of Node.js
}
