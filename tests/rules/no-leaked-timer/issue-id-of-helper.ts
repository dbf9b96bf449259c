import { createAbortController, createTimeout, getTimeoutSignal, merge, readOptions } from "./signals";

declare function run(signal: AbortSignal, ms?: number): Promise<string>;

export async function request(ms: number) {
  const { signal, timeoutId } = createTimeout(ms); // want exception: "`await` on line 7 rejects"
  const text = await run(signal);
  clearTimeout(timeoutId);
  return text;
}

export async function requestOf(ms?: number) {
  let id: ReturnType<typeof setTimeout> | undefined;
  const signals: AbortSignal[] = [];
  if (ms != null) {
    const { signal, abortId } = getTimeoutSignal(ms); // want exception: "`abortId` is not stopped when the `await` on line 20"
    id = abortId;
    signals.push(signal);
  }
  const text = await run(merge(signals));
  if (id != null) clearTimeout(id);
  return text;
}

export async function tuple(ms: number) {
  const [signal, timer] = createTimeout(ms); // want early-return: "return at line 29"
  try {
    const text = await run(signal);
    if (!text) return undefined;
    clearTimeout(timer);
    return text;
  } catch {
    clearTimeout(timer);
  }
}

export async function cleared(ms: number) {
  const { controller, timer } = createAbortController(ms); // ok: cleared on every path
  try {
    return await run(controller.signal);
  } finally {
    clearTimeout(timer);
  }
}

export async function neverCleared(ms: number) {
  const { signal, timeoutId } = createTimeout(ms); // ok: nothing shows that it is an id
  console.log(timeoutId);
  return await run(signal);
}

export async function number() {
  const { signal, timeout } = readOptions(); // ok: a number
  return await run(signal, timeout);
}

export async function keptInside(ms?: number) {
  const own = new AbortController();
  let id: ReturnType<typeof setTimeout> | undefined;
  if (ms != null) {
    const timer = setTimeout(() => own.abort(), ms); // want exception: "`await` on line 65 rejects"
    id = timer;
    own.signal.throwIfAborted();
  }
  const text = await run(own.signal);
  if (id != null) clearTimeout(id);
  return text;
}
