// The same in a constructor, with an early return.
class Task {
  readonly parts = new Set<Task>();
  readonly controller = new AbortController();
  readonly #done = new Promise<void>((resolve) => this.controller.signal.addEventListener("abort", () => resolve()));

  constructor(parent: { done(): Promise<void> }) {
    if (parent instanceof Task) {
      parent.parts.add(this);
      return;
    }
    parent.done().then(() => this.cancel()); // ok: those of its own are kept in a set
  }
  done() {
    return this.#done;
  }
  cancel() {
    this.controller.abort();
    for (const part of this.parts) part.cancel();
  }
}

class Job {
  readonly #task: Task;
  constructor(task: Task) {
    this.#task = task;
  }
  done() {
    return this.#task.done();
  }
}

export const part = (job: Job) => new Task(job); // want watcher: "`Task` does not know `Job` (line 23)"
export const parts = (task: Task) => new Task(task); // ok: its own

// Its own contexts are found by a value, which a wrapper passes on.
const key = Symbol("own");
class Valued {
  readonly #done = new Promise<void>(() => {});
  value(asked: unknown): unknown {
    return asked === key ? this : undefined;
  }
  done() {
    return this.#done;
  }
  adopt(_child: Valued) {}
  end() {}
}

function lookUp(parent: Valued | Wrapped) {
  const found = parent.value(key);
  return parent instanceof Valued || found instanceof Valued ? (found as Valued) : undefined;
}

class Wrapped {
  constructor(readonly inner: Valued) {}
  value(asked: unknown) {
    return this.inner.value(asked);
  }
  done() {
    return this.inner.done();
  }
}

function derive(parent: Valued | Wrapped) {
  const child = new Valued();
  const found = lookUp(parent);
  if (found) found.adopt(child);
  else void parent.done().then(() => child.end()); // want hand-written: "`parent`"
  return child;
}

export const byValue = (wrapped: Wrapped) => derive(wrapped); // ok: the value leads to its own

// A test that has nothing to do with it.
class Timed extends Error {}
export function watch(scope: { done(): Promise<void> }, error: unknown) {
  const controller = new AbortController();
  if (error instanceof Timed) return controller;
  scope.done().then(() => controller.abort()); // want hand-written: "`scope`"
  return controller;
}
