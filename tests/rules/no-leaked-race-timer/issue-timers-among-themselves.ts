/** Whichever is first, the others were meant to go on. */
export async function asConst() {
  await Promise.race([sleep(1000), sleep(2000)] as const);
}

export async function asList() {
  await Promise.race([sleep(1000), sleep(2000) as Promise<void>] as Promise<void>[]);
}

export function satisfying() {
  return Promise.any([
    new Promise<void>((resolve) => setTimeout(resolve, 1000)), // ok: the other is a timer too
    new Promise<void>((resolve) => setTimeout(resolve, 2000)), // ok: the other is a timer too
  ] satisfies Promise<void>[]);
}

export async function named() {
  const list = [sleep(1000)];
  list.push(sleep(2000));
  await Promise.race(list);
}

export async function spread() {
  await Promise.race([...[sleep(1000), sleep(2000)]]);
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms)); // ok: raced against timers alone
}

export async function besideWork(work: Promise<void>) {
  await Promise.race([
    work,
    new Promise<void>((resolve) => setTimeout(resolve, 1000)), // want discarded: "race"
  ] as const);
}

export async function workIsAdded(work: Promise<void>) {
  const late = new Promise<void>((resolve) => setTimeout(resolve, 1000)); // want discarded: "race"
  const list = [late];
  list.push(work);
  await Promise.race(list);
}

export async function workMayBeAdded(add: (list: Promise<void>[]) => void) {
  const late = new Promise<void>((resolve) => setTimeout(resolve, 1000)); // want discarded: "race"
  const list = [late];
  add(list);
  await Promise.race(list);
}
