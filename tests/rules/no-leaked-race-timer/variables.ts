declare function work(): Promise<string>;
declare function warm(timer: Promise<unknown>): void;
declare const child: { kill(signal: string): void; done: Promise<void> };

export async function before(ms: number) {
  const late = new Promise<never>((_, reject) => {
    setTimeout(() => reject(new Error("late")), ms); // want discarded: "the race on line 10"
  });
  try {
    return await Promise.race([work(), late]);
  } catch {
    return undefined;
  }
}

export async function after(ms: number) {
  const result = work();
  const late = new Promise((resolve) => setTimeout(resolve, ms)); // want discarded: "the race on line 19"
  return Promise.race([result, late]);
}

export async function assigned(ms: number) {
  let late: Promise<unknown>;
  late = new Promise((resolve) => setTimeout(resolve, ms)); // want discarded: "the race on line 25"
  return Promise.race([work(), late]);
}

export async function inAList(ms: number, isPatient: boolean) {
  const racers: Promise<unknown>[] = [work()];
  if (!isPatient) racers.push(new Promise((resolve) => setTimeout(resolve, ms))); // want discarded: "the race on line 31"
  await Promise.race(racers);
  const others = [work(), new Promise((resolve) => setTimeout(resolve, ms))]; // want discarded: "the race on line 33"
  await Promise.race([...others, work()]);
}

export async function onACondition(ms?: number) {
  const late = ms ? new Promise((resolve) => setTimeout(resolve, ms)) : undefined; // want discarded: "line 38"
  return late ? Promise.race([work(), late]) : work();
}

export async function graceful() {
  child.kill("SIGTERM");
  const grace = new Promise((resolve) => setTimeout(resolve, 2000)); // want discarded: "line 44"
  await Promise.race([child.done, grace]);
  child.kill("SIGKILL");
}

export async function reacting(ms: number) {
  const late = new Promise((resolve) => setTimeout(resolve, ms)).then(() => "late"); // want discarded: "line 51"
  const start = Date.now();
  const result = await Promise.race([late.finally(() => console.log(Date.now() - start)), work()]);
  return result;
}

export async function cleared(ms: number) {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise((resolve) => {
    timer = setTimeout(resolve, ms); // ok: cleared on every path
  });
  try {
    return await Promise.race([work(), late]);
  } finally {
    clearTimeout(timer);
  }
}

export async function waitedFor(ms: number) {
  const pause = new Promise((resolve) => setTimeout(resolve, ms)); // ok: not raced
  const result = await work();
  await pause;
  return result;
}

export async function givenAway(ms: number) {
  const pause = new Promise((resolve) => setTimeout(resolve, ms)); // ok: not raced here
  warm(pause);
  return await work();
}

export async function escaping(ms: number) {
  const late = new Promise((resolve) => setTimeout(resolve, ms)); // want discarded: "line 83"
  setTimeout(() => console.log("slow"), ms); // ok: left to fire
  return await Promise.race([work(), late]);
}

export async function processEnds(ms: number) {
  const late = new Promise((_, reject) => setTimeout(reject, ms)); // ok: the process ends behind the race
  await Promise.race([work(), late]);
  console.log("done");
  process.exit(0);
}
