import { load } from "./load";

export async function returned(url: string) {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), 500);
  try {
    return fetch(url, { signal: controller.signal }); // want timeout-returned: "`clearTimeout` on line 9 runs before this promise settles: it has no timeout"
  } finally {
    clearTimeout(timer);
  }
}

export async function awaited(url: string) {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), 500);
  try {
    return await fetch(url, { signal: controller.signal }); // ok: the return waits
  } finally {
    clearTimeout(timer);
  }
}

export function reaction(url: string) {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), 500);
  return fetch(url, { signal: controller.signal }).finally(() => clearTimeout(timer)); // ok: when it has settled
}

export function straight(url: string) {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), 500);
  const response = fetch(url, { signal: controller.signal }); // want timeout-bound: "`clearTimeout` on line 33"
  clearTimeout(timer);
  return response;
}

export async function bodyRead(url: string) {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), 500);
  try {
    const response = await fetch(url, { signal: controller.signal });
    return response.json(); // ok: the timeout was for the response
  } finally {
    clearTimeout(timer);
  }
}

export async function withoutSignal(url: string) {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), 500);
  try {
    await load(controller.signal);
    return fetch(url); // ok: it has nothing of the timeout
  } finally {
    clearTimeout(timer);
  }
}

export async function maybeTimer(url: string, ms?: number) {
  const controller = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  if (ms) timer = setTimeout(() => controller.abort(), ms);
  try {
    return fetch(url, { signal: controller.signal }); // want timeout-returned: "`clearTimeout` on line 66"
  } finally {
    if (timer) clearTimeout(timer);
  }
}

export async function bound(url: string) {
  const controller = new AbortController();
  const timer = setTimeout(controller.abort.bind(controller), 500);
  try {
    return fetch(url, { signal: controller.signal }); // want timeout-returned: "`clearTimeout` on line 76"
  } finally {
    clearTimeout(timer);
  }
}

export async function race(work: () => Promise<number>) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const timeout = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error("late")), 500);
  });
  try {
    return Promise.race([work(), timeout]); // want timeout-returned: "`clearTimeout` on line 88"
  } finally {
    clearTimeout(timer);
  }
}

export async function raceAwaited(work: () => Promise<number>) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const timeout = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error("late")), 500);
  });
  try {
    return await Promise.race([work(), timeout]); // ok: the return waits
  } finally {
    clearTimeout(timer);
  }
}

export async function raceInline(work: () => Promise<number>) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  try {
    return Promise.race([ // want timeout-returned: "`clearTimeout` on line 114"
      work(),
      new Promise<never>((_, reject) => {
        timer = setTimeout(() => reject(new Error("late")), 500);
      }),
    ]);
  } finally {
    clearTimeout(timer);
  }
}

export function raceReaction(work: () => Promise<number>) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const timeout = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error("late")), 500);
  });
  return Promise.race([work(), timeout]).finally(() => clearTimeout(timer)); // ok: when it has settled
}

export function promised(work: Promise<number>) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error("late")), 500);
    work.then(resolve, reject).finally(() => clearTimeout(timer)); // ok: when it has settled
  });
}

export async function unrelated(url: string) {
  const timer = setTimeout(() => console.warn("slow"), 500);
  try {
    return fetch(url); // ok: nothing is ended by the timer
  } finally {
    clearTimeout(timer);
  }
}

export async function ownTimer(setTimeout: (f: () => void) => number, url: string) {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort());
  try {
    return fetch(url, { signal: controller.signal }); // ok: not the platform's timer
  } finally {
    clearTimeout(timer);
  }
}
