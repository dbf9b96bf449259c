/** The wait rejects, perhaps since the teardown has run, and what catches that arms again. */
export class Poller {
  #timer: NodeJS.Timeout | undefined;

  start() {
    void this.#poll();
  }

  async #poll() {
    try {
      await fetch("/");
    } catch {
      this.#timer = setTimeout(() => void this.#poll(), 1000); // want never-released: "the wait on line 11"
    }
  }

  stop() {
    clearTimeout(this.#timer);
  }
}

/** Two calls further. */
export class Scheduler {
  #timer: NodeJS.Timeout | undefined;

  start() {
    void this.#poll();
  }

  async #poll() {
    try {
      await fetch("/");
    } catch {
      return this.#failed();
    }
  }

  #failed() {
    this.#schedule();
  }

  #schedule() {
    this.#timer = setTimeout(() => void this.#poll(), 1000); // want never-released: "the wait on line 32"
  }

  stop() {
    clearTimeout(this.#timer);
  }
}

export class Asking {
  #timer: NodeJS.Timeout | undefined;
  #stopped = false;

  start() {
    void this.#poll();
  }

  async #poll() {
    try {
      await fetch("/");
    } catch {
      if (this.#stopped) return;
      this.#timer = setTimeout(() => void this.#poll(), 1000); // ok: it asks
    }
  }

  stop() {
    this.#stopped = true;
    clearTimeout(this.#timer);
  }
}

/** What was thrown before any wait says nothing. */
export class Throwing {
  #timer: NodeJS.Timeout | undefined;

  start() {
    this.#poll();
  }

  #poll() {
    try {
      if (Math.random() > 0.5) throw new Error("no");
    } catch {
      this.#timer = setTimeout(() => this.#poll(), 1000); // ok: there is no wait
    }
  }

  stop() {
    clearTimeout(this.#timer);
  }
}

/** The convention of Closure, and of OpenLayers. */
export class Source {
  #timer: NodeJS.Timeout | undefined;

  constructor() {
    void this.#renew();
  }

  async #renew() {
    const { expires } = await (await fetch("/token")).json();
    this.#timer = setTimeout(() => void this.#renew(), expires); // want never-released: "`disposeInternal()`"
  }

  disposeInternal() {
    clearTimeout(this.#timer);
  }
}
