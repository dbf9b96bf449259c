import { promiseWithResolvers } from "./resolvers.js";

type Work = () => Promise<unknown>;

interface Task {
  work: Work;
  resolve(value: unknown): void;
  reject(error: unknown): void;
}

abstract class Queue {
  protected tasks: Task[] = [];

  protected add(task: Task) {
    this.tasks.push(task);
    const next = this.tasks.shift();
    next?.work().then(next.resolve, next.reject);
  }

  protected abortTask(task: Task) {
    this.tasks.splice(this.tasks.indexOf(task), 1);
    task.reject(new Error("aborted"));
  }
}

export class OfExecutors extends Queue {
  byMethod(work: Work, options?: { signal?: AbortSignal }) {
    const signal = options?.signal;
    return new Promise((resolve, reject) => {
      const task = { work, resolve, reject };
      signal?.addEventListener("abort", () => this.abortTask(task), { once: true }); // want settled: "`resolve` on line 30"
      this.add(task);
    });
  }

  byItself(work: Work, signal?: AbortSignal) {
    return new Promise((resolve, reject) => {
      const task = { work, resolve, reject };
      signal?.addEventListener("abort", () => task.reject(signal.reason), { once: true }); // want settled: "`resolve` on line 38"
      this.add(task);
    });
  }

  removed(work: Work, signal?: AbortSignal) {
    return new Promise((resolve, reject) => {
      const onAbort = () => this.abortTask(task);
      const task: Task = {
        work,
        resolve: (value) => {
          signal?.removeEventListener("abort", onAbort);
          resolve(value);
        },
        reject: (error) => {
          signal?.removeEventListener("abort", onAbort);
          reject(error);
        },
      };
      signal?.addEventListener("abort", onAbort, { once: true }); // ok: whatever settles the promise removes it
      this.add(task);
    });
  }

  kept(work: Work, signal: AbortSignal) {
    return new Promise((resolve, reject) => {
      const onAbort = () => this.abortTask(task);
      const task = { work, resolve, reject, onAbort, signal };
      signal.addEventListener("abort", onAbort, { once: true }); // ok: who has the task can remove it
      this.add(task);
    });
  }
}

export class OfDeferreds extends Queue {
  byMethod(work: Work, signal?: AbortSignal) {
    const { promise, resolve, reject } = Promise.withResolvers();
    const task: Task = { work, resolve, reject };
    signal?.addEventListener("abort", () => this.abortTask(task), { once: true }); // want settled: "`resolve` on line 76"
    this.add(task);
    return promise;
  }

  byImport(work: Work, signal?: AbortSignal) {
    const { promise, resolve, reject } = promiseWithResolvers();
    const task: Task = { work, resolve, reject };
    signal?.addEventListener("abort", () => task.reject(signal.reason), { once: true }); // want settled: "`resolve` on line 84"
    this.add(task);
    return promise;
  }

  more(work: Work, signal?: AbortSignal) {
    const { promise, resolve, reject } = Promise.withResolvers();
    const task: Task = { work, resolve, reject };
    signal?.addEventListener("abort", () => this.stop(), { once: true }); // ok: ends more than the task
    this.add(task);
    return promise;
  }

  stop() {
    this.tasks = [];
  }
}

const pending = new Map<string, Task>();

export function byKey(id: string, work: Work, signal?: AbortSignal) {
  return new Promise((resolve, reject) => {
    pending.set(id, { work, resolve, reject });
    signal?.addEventListener( // want settled: "`resolve` on line 107"
      "abort",
      () => {
        pending.get(id)?.reject(signal.reason);
        pending.delete(id);
      },
      { once: true },
    );
  });
}
