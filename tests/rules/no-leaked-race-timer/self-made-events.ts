import type { EventEmitter } from "node:events";

interface Child extends EventEmitter {
  kill(): void;
}
declare function send(id: number): void;
declare const pending: Map<number, object>;
declare function finally_(run: () => void): void;

export function dropped(child: Child, ms: number) {
  return new Promise<boolean>((resolve) => {
    child.on("exit", () => resolve(true));
    child.on("error", () => {
      resolve(false);
    });
    setTimeout(() => { // want discarded: "`resolve` on line 12 is first"
      child.kill();
      resolve(false);
    }, ms);
  });
}

export function oneWay(child: Child, ms: number) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error("late")), ms); // want exception: "`reject` on line 30"
    child.once("message", (value) => {
      clearTimeout(timer);
      resolve(value);
    });
    child.once("error", reject);
  });
}

export function early(child: Child, ms: number) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error("late")), ms); // want branch: "`resolve` on line 39"
    child.once("message", (value) => {
      if (value === "cached") {
        resolve(value);
        return;
      }
      clearTimeout(timer);
      resolve(value);
    });
  });
}

export function twoWays(child: Child, ms: number) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error("late")), ms); // ok: both clear
    child.once("message", (value) => {
      clearTimeout(timer);
      resolve(value);
    });
    child.once("error", (error) => {
      clearTimeout(timer);
      reject(error);
    });
  });
}

export function cleanUp(child: Child, ms: number) {
  return new Promise<void>((resolve, reject) => {
    const clean = () => {
      clearTimeout(timer);
      child.off("message", onMessage);
      child.off("error", onError);
    };
    const onMessage = () => {
      clean();
      resolve();
    };
    function onError(error: Error) {
      clean();
      reject(error);
    }
    const timer = setTimeout(() => onError(new Error("late")), ms); // ok: `clean` is called on every way
    child.on("message", onMessage);
    child.on("error", onError);
  });
}

export function cleanUpHalf(child: Child, ms: number) {
  return new Promise<void>((resolve, reject) => {
    const clean = () => {
      clearTimeout(timer);
      child.off("message", onMessage);
    };
    const onMessage = () => {
      clean();
      resolve();
    };
    const onError = (error: Error) => reject(error);
    const timer = setTimeout(() => onError(new Error("late")), ms); // want exception: "`reject` on line 93"
    child.on("message", onMessage);
    child.on("error", onError);
  });
}

export function once(child: Child, ms: number) {
  return new Promise<void>((resolve, reject) => {
    let settled = false;
    const finish = (error?: Error) => {
      if (settled) return;
      settled = true;
      clearTimeout(timer);
      if (error) reject(error);
      else resolve();
    };
    const timer = setTimeout(() => finish(new Error("late")), ms); // ok: `finish` clears
    child.once("exit", () => finish());
    child.once("error", finish);
  });
}

export function onceWith(child: Child, ms: number) {
  return new Promise<void>((resolve, reject) => {
    const finish = (settle: () => void) => {
      clearTimeout(timer);
      settle();
    };
    const timer = setTimeout(() => finish(() => reject(new Error("late"))), ms); // ok: `finish` clears
    child.once("exit", () => finish(() => resolve()));
    child.once("error", (error) => finish(() => reject(error)));
    child.once("close", () => finish(resolve));
  });
}

export function abortable(ms: number, signal?: AbortSignal) {
  return new Promise<void>((resolve) => {
    const timer = setTimeout(() => { // ok: the abort clears
      signal?.removeEventListener("abort", onAbort);
      resolve();
    }, ms);
    const onAbort = () => {
      clearTimeout(timer);
      resolve();
    };
    signal?.addEventListener("abort", onAbort, { once: true });
  });
}

export function sharedCallback(ms: number, signal?: AbortSignal) {
  return new Promise<void>((resolve) => {
    let timer: NodeJS.Timeout | undefined;
    const done = () => {
      signal?.removeEventListener("abort", done);
      clearTimeout(timer);
      resolve();
    };
    timer = setTimeout(done, ms); // ok: the same function clears when it is aborted
    signal?.addEventListener("abort", done);
  });
}

export function sharedWithoutClear(ms: number, signal?: AbortSignal) {
  return new Promise<void>((resolve) => {
    const done = () => {
      signal?.removeEventListener("abort", done);
      resolve();
    };
    setTimeout(done, ms); // want discarded: "`resolve` on line 160"
    signal?.addEventListener("abort", done);
  });
}

export function cleared(child: Child, ms: number) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error("late")), ms); // ok: which events come together is not known
    child.once("error", reject);
    child.once("message", resolve);
    child.once("close", () => clearTimeout(timer));
  });
}

export function request(id: number, ms: number) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => { // ok: whoever answers can clear
      pending.delete(id);
      reject(new Error("late"));
    }, ms);
    pending.set(id, { resolve, reject, timer });
    send(id);
  });
}

export function requestDropped(id: number, ms: number) {
  return new Promise((resolve, reject) => {
    pending.set(id, { resolve, reject });
    setTimeout(() => { // want discarded: "`resolve` on line 189"
      pending.delete(id);
      reject(new Error("late"));
    }, ms);
    send(id);
  });
}

export function requestWrapped(id: number, ms: number) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error("late")), ms); // ok: both clear
    pending.set(id, {
      resolve: (value: unknown) => {
        clearTimeout(timer);
        resolve(value);
      },
      reject(error: Error) {
        clearTimeout(timer);
        reject(error);
      },
    });
    send(id);
  });
}

export function inATest(child: Child, ms: number) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error("late")), ms); // ok: cleaned up by another
    finally_(() => clearTimeout(timer));
    child.once("message", resolve);
  });
}

export class Connection {
  #timer: NodeJS.Timeout | undefined;

  open(child: Child, ms: number) {
    return new Promise((resolve, reject) => {
      this.#timer = setTimeout(() => reject(new Error("late")), ms); // ok: the object has it
      child.once("open", resolve);
    });
  }

  close() {
    clearTimeout(this.#timer);
  }
}

export function wakeable(ms: number) {
  let wake: () => void = () => undefined;
  const slept = new Promise<void>((resolve) => {
    wake = resolve;
    setTimeout(resolve, ms); // want discarded: "`resolve` on line 241"
  });
  return { slept, wake };
}
