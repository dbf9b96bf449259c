// settings: {"modules": [{"source": "@/lib/signals", "like": "signal-helper"}]}
// Helpers of the user's own under any name: what they give says which they are.
import { bounded, forRequest, until, wait } from "@/lib/signals";
import * as signals from "@/lib/signals";

declare function get(url: string, signal: AbortSignal): Promise<string>;

export async function anObject(url: string) {
  const { signal, cleanup } = bounded(500); // want exception: "`cleanup` is not called"
  await get(url, signal);
  cleanup();
}

export async function aTuple(url: string) {
  const [limit, off] = until(500); // want exception: "`off` is not called"
  await get(url, limit);
  off();
}

export async function renamed(url: string) {
  const { signal: limit, dispose: off } = forRequest(500); // want exception: "`off` is not called"
  await get(url, limit);
  off();
}

export async function namespaced(url: string) {
  const { signal, done } = signals.bounded(500); // want exception: "`done` is not called"
  await get(url, signal);
  done();
}

export async function inFinally(url: string) {
  const { signal, clear } = bounded(500); // ok: called in finally
  try {
    return await get(url, signal);
  } finally {
    clear();
  }
}

export function neverCalled(url: string) {
  const { signal, stop } = bounded(500); // want never-released: "never called"
  return get(url, signal);
}

export function signalOnly(url: string) {
  const { signal } = bounded(500); // ok: nothing shows that there is a clean-up
  return get(url, signal);
}

export async function anotherShape(url: string) {
  await wait(500); // ok: awaited
  const { signal, reason } = forRequest(url); // ok: `reason` is no clean-up
  const limit = until(500); // ok: not taken apart
  return [signal, reason, limit];
}
