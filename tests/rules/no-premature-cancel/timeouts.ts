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

export function reactionAside(work: Promise<number>) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error("late")), 500);
  });
  const first = Promise.race([work, late]); // ok: the reaction beside it releases
  first.finally(() => clearTimeout(timer));
  return first;
}

export function clearedByEachReaction(url: string) {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), 500);
  return fetch(url, { signal: controller.signal }) // ok: cleared when it has settled, either way
    .then((response) => {
      clearTimeout(timer);
      return response;
    })
    .catch(() => {
      clearTimeout(timer);
    });
}

export function reactionInside(work: Promise<number>) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return Promise.race([ // ok: the work clears it
    work.finally(() => clearTimeout(timer)),
    new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error("late")), 500);
    }),
  ]);
}

export function clearedByListener(socket, url: string) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error("late")), 500);
    socket.once("open", () => {
      clearTimeout(timer); // ok: the listener runs later
      resolve(url);
    });
  });
}

export async function retried(urls: string[]) {
  for (const url of urls) {
    const controller = new AbortController();
    const timer = setTimeout(() => controller.abort(), 500);
    try {
      const response = await fetch(url, { signal: controller.signal }); // ok: awaited
      if (response.ok) return response;
    } catch {
      continue;
    } finally {
      clearTimeout(timer);
    }
  }
  return undefined;
}

export function executor(url: string) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error("late")), 500);
    try {
      resolve(url); // ok: settled before it is cleared
    } finally {
      clearTimeout(timer);
    }
  });
}

const api = {
  async load(signal: AbortSignal) {
    return (await fetch("/", { signal })).status;
  },
};

class Api {
  static async load(signal: AbortSignal) {
    return (await fetch("/", { signal })).status;
  }
  load(signal: AbortSignal) {
    return signal.aborted;
  }
  is(ms: number) {
    const own = new AbortController();
    const timer = setTimeout(() => own.abort(), ms);
    try {
      return this.load(own.signal); // ok: no promise, the static method is another
    } finally {
      clearTimeout(timer);
    }
  }
}

export function byObject(ms: number) {
  const own = new AbortController();
  const timer = setTimeout(() => own.abort(), ms);
  try {
    return api.load(own.signal); // want timeout-returned: "`clearTimeout` on line"
  } finally {
    clearTimeout(timer);
  }
}

export function byClass(ms: number) {
  const own = new AbortController();
  const timer = setTimeout(() => own.abort(), ms);
  try {
    return Api.load(own.signal); // want timeout-returned: "`clearTimeout` on line"
  } finally {
    clearTimeout(timer);
  }
}
