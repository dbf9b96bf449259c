// In-house helpers that give a signal and the function that cleans up after it: found by their shape alone.
import { createAbortSignal, createTimeoutSignal, withCancel, withTimeout } from "./signals";
import * as signals from "./signals";

declare function get(url: string, signal: AbortSignal): Promise<string>;
declare function cached(url: string): boolean;

export async function cleanupMissed(url: string) {
  const { signal, cleanup } = createTimeoutSignal(500); // want exception: "`cleanup` is not called"
  const response = await fetch(url, { signal });
  cleanup();
  return response;
}

export async function cleanupInFinally(url: string) {
  const { signal, cleanup } = createTimeoutSignal(500); // ok: cleaned up in finally
  try {
    return await get(url, signal);
  } finally {
    cleanup();
  }
}

export async function cleanupBeforeTheCheck(url: string) {
  const { signal, cleanup } = createTimeoutSignal(500); // ok: cleaned up in try and in catch
  try {
    const response = await fetch(url, { signal });
    cleanup();
    return response.ok;
  } catch (error) {
    cleanup();
    throw error;
  }
}

export function tuple(url: string) {
  const [signal, cancel] = withTimeout(500); // want early-return: "return at line 38"
  if (cached(url)) return;
  void get(url, signal);
  cancel();
}

export async function tupleInFinally(url: string) {
  const [signal, cancel] = withTimeout(500); // ok: cancelled in finally
  try {
    await get(url, signal);
  } finally {
    cancel();
  }
}

export async function clear(url: string) {
  const { signal, clear } = signals.createTimeoutSignal(500); // want exception: "await` on line 54 rejects"
  await get(url, signal);
  clear();
}

export async function done(url: string) {
  const { signal, done } = createAbortSignal(undefined, 500); // want exception: "await` on line 60 rejects"
  await get(url, signal);
  done();
}

export async function dispose(url: string) {
  const { signal, dispose } = createAbortSignal(undefined, 500); // want exception: "await` on line 66 rejects"
  await get(url, signal);
  dispose();
}

export async function stop(url: string) {
  const { signal, stop } = withCancel(500); // want exception: "await` on line 72 rejects"
  await get(url, signal);
  stop();
}

export async function abort(url: string) {
  const { signal, abort } = createAbortSignal(); // want exception: "await` on line 78 rejects"
  await get(url, signal);
  abort();
}

export async function renamed(url: string) {
  const { signal: deadline, clear: clearDeadline } = createTimeoutSignal(500); // want exception: "`clearDeadline`"
  await get(url, deadline);
  clearDeadline();
}

export async function otherOrder(url: string) {
  const { cancel, signal } = createTimeoutSignal(500); // want exception: "await` on line 90 rejects"
  await get(url, signal);
  cancel();
}

export async function namedLikeASignal(url: string) {
  const [timeoutSignal, cancelTimeout] = withTimeout(500); // want exception: "`cancelTimeout` is not called"
  await get(url, timeoutSignal);
  cancelTimeout();
}

export async function assigned(url: string, ms?: number) {
  let signal: AbortSignal | undefined;
  let cleanup: (() => void) | undefined;
  if (ms) ({ signal, cleanup } = createTimeoutSignal(ms)); // ok: cleaned up whenever it was made
  try {
    return await fetch(url, signal ? { signal } : {});
  } finally {
    cleanup?.();
  }
}

export function neverCalled(url: string) {
  const { signal, cleanup } = createTimeoutSignal(500); // want never-released: "never called"
  return get(url, signal);
}

export function underscored(url: string) {
  const [signal, _cancel] = withTimeout(500); // want discarded: "discarded"
  return get(url, signal);
}

export function onThePromise(url: string) {
  const { signal, cleanup } = createTimeoutSignal(500); // ok: `.finally(cleanup)`
  return get(url, signal).finally(cleanup);
}

export function withTheBody(url: string) {
  const { signal, cleanup } = createTimeoutSignal(500); // ok: the caller cleans up when the body was read
  return { response: fetch(url, { signal }), cleanup };
}

export function signalOnly(url: string) {
  const { signal } = createTimeoutSignal(500); // ok: nothing shows that there is a clean-up
  return get(url, signal);
}

export function ownKindOfSignal() {
  const { signal, controller } = createAbortSignal() as any; // ok: a controller is not called
  return [signal, controller];
}
