declare const url: string;
declare const logger: { warn(line: string): void };
declare function run(options: { signal: AbortSignal }): Promise<void>;
declare function later(controller: AbortController): void;

export async function answer() {
  const controller = new AbortController();
  setTimeout(() => controller.abort(), 5000); // want discarded: "is dropped"
  const response = await fetch(url, { signal: controller.signal });
  return response.text();
}

export async function answerInOptions(ms: number) {
  const controller = new AbortController();
  setTimeout(() => { // want discarded: "is dropped"
    controller.abort(new Error("late"));
  }, ms);
  try {
    return await fetch(url, { method: "POST", signal: controller.signal }).then((response) => response.json());
  } catch (error) {
    if (controller.signal.aborted) return undefined;
    throw error;
  }
}

export function timeoutSignal(ms: number) {
  const controller = new AbortController();
  setTimeout(() => controller.abort(), ms); // ok: the caller has the signal
  return controller.signal;
}

export async function kept(ms: number) {
  const controller = new AbortController();
  setTimeout(() => controller.abort(), ms); // ok: somebody else has the controller
  later(controller);
  await fetch(url, { signal: controller.signal });
}

export function pending(ms: number) {
  const controller = new AbortController();
  setTimeout(() => controller.abort(), ms); // ok: the body may still be read
  return fetch(url, { signal: controller.signal });
}

export async function left(ms: number) {
  const controller = new AbortController();
  setTimeout(() => controller.abort(), ms); // ok: nobody waits for the work
  void fetch(url, { signal: controller.signal });
}

export async function more(ms: number) {
  const controller = new AbortController();
  setTimeout(() => { // ok: it does something else too
    later(controller);
    controller.abort();
  }, ms);
  await fetch(url, { signal: controller.signal });
}

export async function atOnce() {
  const controller = new AbortController();
  setTimeout(() => controller.abort(), 50); // ok: over soon
  await fetch(url, { signal: controller.signal });
}

export async function unreferenced(ms: number) {
  const controller = new AbortController();
  setTimeout(() => controller.abort(), ms).unref(); // ok: keeps nothing alive
  await fetch(url, { signal: controller.signal });
}

export async function ofAnother(controller: AbortController, ms: number) {
  setTimeout(() => controller.abort(), ms); // ok: not its own controller
  await fetch(url, { signal: controller.signal });
}

export async function heardByOthers(ms: number, onEnd: () => void) {
  const controller = new AbortController();
  setTimeout(() => controller.abort(), ms); // ok: somebody else listens for it
  controller.signal.addEventListener("abort", onEnd, { once: true });
  await fetch(url, { signal: controller.signal });
}

export async function signalByName(ms: number) {
  const controller = new AbortController();
  const { signal } = controller;
  setTimeout(() => controller.abort(), ms); // want discarded: "is dropped"
  return await run({ signal });
}

export async function optionsByName(ms: number, outer: AbortSignal) {
  const controller = new AbortController();
  const options = { signal: AbortSignal.any([outer, controller.signal]) };
  setTimeout(() => controller.abort(), ms); // want discarded: "is dropped"
  await run(options);
}

export async function noted(ms: number) {
  const controller = new AbortController();
  let isLate = false;
  setTimeout(() => { // want discarded: "is dropped"
    isLate = true;
    logger.warn("late");
    controller.abort();
  }, ms);
  await run({ signal: ms > 0 ? controller.signal : AbortSignal.timeout(1000) });
  return isLate;
}

export async function idThatNobodyReads(ms: number) {
  const controller = new AbortController();
  const timer = setTimeout(() => { // want discarded: "is dropped"
    return controller.abort();
  }, ms);
  await run({ signal: controller.signal });
}

export function read(ms: number) {
  const controller = new AbortController();
  setTimeout(() => controller.abort(), ms); // want discarded: "is dropped"
  return fetch(url, { signal: controller.signal }).then((response) => response.text());
}

export async function idThatIsRead(ms: number, timers: unknown[]) {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), ms); // ok: somebody has the id
  timers.push(timer);
  await run({ signal: controller.signal });
}

export async function signalThatLeaves(ms: number) {
  const controller = new AbortController();
  const { signal } = controller;
  setTimeout(() => controller.abort(), ms); // ok: the caller has the signal
  await run({ signal });
  return { signal };
}

export async function optionsOfOthers(ms: number) {
  const controller = new AbortController();
  const options = { signal: controller.signal };
  setTimeout(() => controller.abort(), ms); // ok: what else has the options is not known
  later(options as never);
  await run(options);
}

export async function resultOfALateFunction(ms: number) {
  const controller = new AbortController();
  const options = { signal: controller.signal };
  setTimeout(() => controller.abort(), ms); // ok: the caller runs more with it
  return async () => {
    await run(options);
  };
}

declare const ready: Promise<void>;
declare const isVerbose: boolean;

export async function inAReaction(ms: number) {
  const controller = new AbortController();
  setTimeout(() => { // want discarded: "is dropped"
    controller.abort();
    if (isVerbose) {
      console.log("late");
    }
  }, ms);
  return await ready.then(() => run({ signal: controller.signal }));
}

export async function inALostReaction(ms: number) {
  const controller = new AbortController();
  setTimeout(() => controller.abort(), ms); // ok: nobody waits for the work
  await ready.then(() => {
    void run({ signal: controller.signal });
  });
}

export async function inAnUnawaitedReaction(ms: number) {
  const controller = new AbortController();
  setTimeout(() => controller.abort(), ms); // ok: nobody waits for the work
  void ready.then(() => run({ signal: controller.signal }));
}

export function returnedReaction(ms: number) {
  const controller = new AbortController();
  setTimeout(() => controller.abort(), ms); // ok: the body may still be read
  return ready.then(() => fetch(url, { signal: controller.signal }));
}

export async function worksOnACondition(ms: number) {
  const controller = new AbortController();
  setTimeout(() => { // ok: it does something else too
    controller.abort();
    if (isVerbose) later(controller);
  }, ms);
  await run({ signal: controller.signal });
}

export async function givesUpFirst(ms: number, state: { done: boolean }) {
  const controller = new AbortController();
  setTimeout(() => { // ok: whether it aborts is asked first
    if (state.done) return;
    controller.abort();
  }, ms);
  await run({ signal: controller.signal });
}
