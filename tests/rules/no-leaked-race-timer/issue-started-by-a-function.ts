declare function work(onProgress?: () => void): Promise<number>;
declare function deferred<T>(): { promise: Promise<T>; resolve(value?: T): void; reject(error?: unknown): void };
declare const socket: { on(event: string, run: () => void): void };

export function dropped(ms: number) {
  const late = deferred<never>();
  const start = () => {
    setTimeout(() => late.reject(new Error("late")), ms); // want discarded: "the race on line 11"
  };
  start();
  return Promise.race([work(), late.promise]);
}

export function startedAnew(ms: number) {
  let timer: NodeJS.Timeout | undefined;
  let end!: (value: string) => void;
  const late = new Promise<string>((resolve) => {
    end = resolve;
  });
  const start = () => {
    timer = setTimeout(() => end("late"), ms); // want branch: "is not cleared when the race"
  };
  const restart = () => {
    clearTimeout(timer);
    start();
  };
  start();
  return Promise.race([work(restart), late]);
}

export function debounced(ms: number) {
  let timer: NodeJS.Timeout | undefined;
  const { promise: idle, reject } = Promise.withResolvers<never>();
  function touch() {
    if (timer) {
      clearTimeout(timer);
    }
    timer = setTimeout(() => reject(new Error("idle")), ms); // want branch: "is not cleared when the race"
  }
  socket.on("data", touch);
  touch();
  return Promise.race([work(), idle]);
}

export async function stopped(ms: number) {
  let timer: NodeJS.Timeout | undefined;
  const late = deferred<never>();
  const start = () => {
    clearTimeout(timer);
    timer = setTimeout(() => late.reject(new Error("idle")), ms); // ok: cleared on every path
  };
  start();
  try {
    return await Promise.race([work(start), late.promise]);
  } finally {
    clearTimeout(timer);
  }
}

export function startedByAnEvent(ms: number) {
  const idle = deferred<never>();
  const start = () => {
    setTimeout(() => idle.reject(new Error("idle")), ms); // ok: it may never start
  };
  socket.on("pause", start);
  return Promise.race([work(), idle.promise]);
}

export function givenAway(ms: number) {
  const late = deferred<never>();
  const start = () => setTimeout(() => late.reject(new Error("late")), ms); // ok: the caller has the id
  const timer = start();
  return { first: Promise.race([work(), late.promise]), stop: () => clearTimeout(timer) };
}
