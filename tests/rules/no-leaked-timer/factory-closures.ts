// A factory owns its variables as a class owns its fields, if it returns an object that says how it ends.
declare function load(): Promise<void>;
declare function poll(): void;
type Timer = ReturnType<typeof setInterval>;

export function neverStopped() {
  let timer: Timer | undefined;
  return {
    start() {
      timer = setInterval(poll, 1000); // want never-released: "`timer` is not stopped by `stop()` on line 12"
    },
    stop() {
      poll();
      timer = undefined;
    },
  };
}

export function stopped() {
  let timer: Timer | undefined;
  return {
    start() {
      timer = setInterval(poll, 1000); // ok: stop() stops it
    },
    stop() {
      clearInterval(timer);
    },
  };
}

export function looping() {
  let timer: Timer | undefined;
  async function tick(): Promise<void> {
    await load();
    timer = setTimeout(() => void tick(), 1000); // want never-released: "the wait on line 34, in which `dispose()`"
  }
  const dispose = (): void => clearTimeout(timer);
  void tick();
  return { dispose };
}

export function guarded() {
  let timer: Timer | undefined;
  let over = false;
  async function tick(): Promise<void> {
    await load();
    if (over) return;
    timer = setTimeout(() => void tick(), 1000); // ok: it asks before
  }
  void tick();
  return {
    close(): void {
      over = true;
      clearTimeout(timer);
    },
  };
}

export function overwritten(urls: string[]) {
  let timer: Timer | undefined;
  const start = (): void => {
    for (const url of urls) timer = setInterval(() => void fetch(url), 1000); // want overwritten: "in the next turn"
  };
  return { start, stop: () => clearInterval(timer) };
}

export function noEnd() {
  let timer: Timer | undefined;
  return {
    start() {
      timer = setInterval(poll, 1000); // ok: nothing says that it ends
    },
    isOn: () => timer !== undefined,
  };
}

export function byMode(mode: number) {
  let timer: Timer | undefined;
  const start = (): void => {
    timer = setInterval(poll, 1000); // want never-released: "`timer` is not stopped by `close()`"
  };
  const close = (): void => poll();
  switch (mode) {
    case 1:
      return { start, close };
    default:
      return { start, isOn: () => timer !== undefined, close };
  }
}
