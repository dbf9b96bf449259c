// What removes a listener may stand in a variable, which is empty where none was added.
declare const emitter: { on(name: string, listener: (event: { status: string }) => void): () => void };

export function reaches(status: string, ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    let isOver = false;
    const timer = setTimeout(() => {
      if (isOver) return;
      isOver = true;
      unbind();
      reject(new Error("timeout"));
    }, ms);
    let stop: (() => void) | undefined;
    if (signal) {
      const onAbort = () => {
        if (isOver) return;
        isOver = true;
        clearTimeout(timer);
        unbind();
        reject(new Error("aborted"));
      };
      signal.addEventListener("abort", onAbort); // want settled: "`reject` on line 11"
      stop = () => signal.removeEventListener("abort", onAbort);
    }
    const unbind = emitter.on("*", (event) => {
      if (isOver || event.status !== status) return;
      isOver = true;
      clearTimeout(timer);
      if (stop) stop();
      unbind();
      resolve();
    });
  });
}

export function stopsOnEachWay(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    let stop: (() => void) | undefined;
    const timer = setTimeout(() => {
      if (stop) stop();
      reject(new Error("timeout"));
    }, ms);
    if (signal) {
      const onAbort = () => {
        clearTimeout(timer);
        reject(new Error("aborted"));
      };
      signal.addEventListener("abort", onAbort); // ok: both ways call what removes it
      stop = () => signal.removeEventListener("abort", onAbort);
    }
    emitter.on("done", () => {
      clearTimeout(timer);
      stop?.();
      resolve();
    });
  });
}

export function isGivenAway(ms: number, own: (stop?: () => void) => void, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    let stop: (() => void) | undefined;
    if (signal) {
      const onAbort = () => reject(new Error("aborted"));
      signal.addEventListener("abort", onAbort); // ok: somebody else has what removes it
      stop = () => signal.removeEventListener("abort", onAbort);
    }
    own(stop);
    emitter.on("done", () => resolve());
  });
}

export function getsAnother(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    let stop: (() => void) | undefined;
    if (signal) {
      const onAbort = () => reject(new Error("aborted"));
      signal.addEventListener("abort", onAbort); // ok: it is not known which of the two is called
      stop = () => signal.removeEventListener("abort", onAbort);
    }
    const unbind = emitter.on("done", () => {
      if (stop) stop();
      resolve();
    });
    if (ms > 0) stop = () => unbind();
    setTimeout(() => stop?.(), ms);
  });
}

export function beginsAsNull(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    let stop = null as (() => void) | null;
    const timer = setTimeout(() => reject(new Error("timeout")), ms);
    if (signal) {
      const onAbort = () => reject(new Error("aborted"));
      signal.addEventListener("abort", onAbort); // want settled: "`reject` on line"
      stop = () => signal.removeEventListener("abort", onAbort);
    }
    emitter.on("done", () => {
      clearTimeout(timer);
      if (stop) stop();
      resolve();
    });
  });
}

export function beginsAsSomething(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    let stop = emitter.on("begin", () => {}) as (() => void) | null;
    const timer = setTimeout(() => reject(new Error("timeout")), ms);
    if (signal) {
      const onAbort = () => reject(new Error("aborted"));
      signal.addEventListener("abort", onAbort); // ok: not all that it holds removes it
      stop = () => signal.removeEventListener("abort", onAbort);
    }
    emitter.on("done", () => {
      clearTimeout(timer);
      if (stop) stop();
      resolve();
    });
  });
}
