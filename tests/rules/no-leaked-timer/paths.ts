declare function work(signal?: AbortSignal): Promise<string>;
declare function next(): Promise<string | undefined>;
declare function tick(): void;
declare const url: string;

export async function exception(ms: number) {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), ms); // want exception: "`timer` is not stopped when the `await` on line 9 rejects. Call `clearTimeout(timer)`"
  const response = await fetch(url, { signal: controller.signal });
  clearTimeout(timer);
  return response;
}

export async function inFinally(ms: number) {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), ms); // ok: every path
  try {
    return await fetch(url, { signal: controller.signal });
  } finally {
    clearTimeout(timer);
  }
}

export async function inTryAndCatch(ms: number) {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), ms); // ok: every path
  try {
    const response = await fetch(url, { signal: controller.signal });
    clearTimeout(timer);
    return response;
  } catch (error) {
    clearTimeout(timer);
    throw error;
  }
}

export async function finallyOfThePromise(ms: number) {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), ms); // ok: every path
  return fetch(url, { signal: controller.signal }).finally(() => clearTimeout(timer));
}

export async function onFulfilmentOnly(ms: number) {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), ms); // want exception: "when the promise on line 46 rejects"
  return fetch(url, { signal: controller.signal }).then((response) => {
    clearTimeout(timer);
    return response;
  });
}

export async function cannotReject(promises: Promise<string>[]) {
  const timer = setTimeout(tick, 5000); // ok: nothing between can throw
  await Promise.allSettled(promises);
  clearTimeout(timer);
}

export async function earlyReturn(ready: boolean) {
  const timer = setInterval(tick, 1000); // want early-return: "on the return at line 61"
  if (!ready) {
    return undefined;
  }
  clearInterval(timer);
  return work();
}

export function early(ready: boolean) {
  const timer = setTimeout(tick, 1000); // want early-return: "on the throw at line 69"
  if (!ready) throw new Error("not ready");
  clearTimeout(timer);
}

export function neverCleared() {
  const timer = setInterval(tick, 1000); // want never-released: "`timer` is never stopped. Call `clearInterval(timer)`"
}

export function neverClearedButRead() {
  const timer = setInterval(tick, 1000); // want never-released: "`timer` is never stopped. Call `clearInterval(timer)`"
  return typeof timer === "number";
}

export async function leftByBreak(items: string[]) {
  for (const item of items) {
    const timer = setInterval(tick, 1000); // want early-return: "on the break at line 87"
    const result = item.trim();
    if (!result) {
      break;
    }
    clearInterval(timer);
  }
}

export async function leftByContinue(items: string[]) {
  for (const item of items) {
    const timer = setInterval(tick, 1000); // want early-return: "on the continue at line 96"
    if (!item) continue;
    clearInterval(timer);
  }
}

export async function overwritten() {
  let timer = setInterval(tick, 1000); // want overwritten: "`timer` is overwritten on line 103 while its timer still runs"
  timer = setInterval(tick, 2000); // ok: this one is cleared
  clearInterval(timer);
}

export async function clearedBefore() {
  let timer = setInterval(tick, 1000); // ok: cleared, then another
  clearInterval(timer);
  timer = setInterval(tick, 2000); // ok: cleared
  clearInterval(timer);
}

export function armedInALoop(items: string[]) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  for (const item of items) {
    timer = setTimeout(() => console.log(item), 1000); // want overwritten: "The next turn of the loop overwrites `timer`"
  }
  clearTimeout(timer);
}

export function rearmedInALoop(items: string[]) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  for (const item of items) {
    clearTimeout(timer);
    timer = setTimeout(() => console.log(item), 1000); // ok: the one before is cleared first
  }
  clearTimeout(timer);
}

export async function idle(items: AsyncIterable<string>) {
  let timer = setTimeout(tick, 1000); // want exception: "rejects"
  for await (const item of items) {
    clearTimeout(timer);
    console.log(item);
    timer = setTimeout(tick, 1000); // want exception: "rejects"
  }
  clearTimeout(timer);
}

export async function branch(slow: boolean) {
  const timer = setInterval(tick, 1000); // want branch: "when the condition on line 143 is false"
  if (slow) clearInterval(timer);
}

export async function correlated(slow: boolean) {
  const timer = slow ? setInterval(tick, 1000) : undefined; // ok: there only if slow
  await Promise.allSettled([work()]);
  if (slow) clearInterval(timer);
}

export async function guarded(ms: number | undefined) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const controller = new AbortController();
  if (ms) timer = setTimeout(() => controller.abort(), ms); // ok: the test of `timer` is true while it runs
  try {
    return await work(controller.signal);
  } finally {
    if (timer) clearTimeout(timer);
  }
}

export async function crossKind() {
  const timeout = setTimeout(tick, 1000); // ok: either function clears either timer
  const interval = setInterval(tick, 1000); // ok: either function clears either timer
  try {
    await work();
  } finally {
    clearInterval(timeout);
    clearTimeout(interval);
  }
}

export async function throughAHelper() {
  const timer = setInterval(tick, 1000); // want exception: "rejects"
  const stop = () => clearInterval(timer);
  await work();
  stop();
}

export async function helperInFinally() {
  const timer = setInterval(tick, 1000); // ok: `stop` clears it
  const stop = () => clearInterval(timer);
  try {
    await work();
  } finally {
    stop();
  }
}

function startTicking() {
  return setInterval(tick, 1000); // ok: the caller has it
}

export async function ofAHelper() {
  const timer = startTicking(); // want exception: "`timer` is not stopped when the `await` on line 197 rejects. Call `clearInterval(timer)`"
  await work();
  clearInterval(timer);
}

export async function inAnExecutor(ms: number) {
  let timer: ReturnType<typeof setInterval>;
  await new Promise<void>((resolve) => {
    timer = setInterval(tick, ms); // want exception: "rejects"
    resolve();
  });
  await work();
  clearInterval(timer!);
}

export async function endedByItself(ms: number) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  await new Promise((resolve) => {
    timer = setTimeout(resolve, ms); // ok: it has fired when the wait is over
  });
  await work();
  clearTimeout(timer);
}

export async function poll(ready: () => boolean) {
  await new Promise<void>((resolve) => {
    const timer = setInterval(() => {
      // ok: it clears itself
      if (!ready()) return;
      clearInterval(timer);
      resolve();
    }, 50);
  });
}
