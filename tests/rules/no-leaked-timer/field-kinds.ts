// Where a field can be: private, static, an object literal, an alias of `this`.
declare function poll(): void;
type Timer = ReturnType<typeof setInterval>;

export class Shared {
  static #timer: Timer | undefined;

  static start(): void {
    Shared.#timer = setInterval(poll, 1000); // want never-released: "`Shared.#timer` is not stopped by `stop()` on line 12"
  }

  static stop(): void {
    poll();
  }
}

/** The end of one instance is not the end of the class. */
export class SharedByAll {
  static #timer: Timer | undefined;

  constructor() {
    SharedByAll.#timer ??= setInterval(poll, 1000); // ok: static
  }

  close(): void {
    poll();
  }
}

export const service = {
  polling: undefined as Timer | undefined,
  start(): void {
    this.polling = setInterval(poll, 1000); // want never-released: "`this.polling` is not stopped by `stop()` on line 35"
  },
  stop(): void {
    poll();
  },
};

export const stopped = {
  ticking: undefined as Timer | undefined,
  start(): void {
    stopped.ticking = setInterval(poll, 1000); // ok: stop() stops it
  },
  stop(): void {
    clearInterval(this.ticking);
  },
};

export class ByAlias {
  private timer: Timer | undefined;

  start(): void {
    const self = this;
    setImmediate(function () {
      self.timer = setInterval(poll, 1000); // want never-released: "`self.timer` is not stopped by `close()` on line 60"
    });
  }

  close(): void {
    poll();
  }
}

/** Only the class itself knows its private names, whatever stands before them. */
export class Handle {
  #beat: Timer | undefined;
  readonly #owner: Handle = this;

  start(): void {
    this.#owner.#beat = setInterval(poll, 1000); // ok: close() stops it
  }

  close(): void {
    clearInterval(this.#owner.#beat);
  }
}

export class Accessors {
  #ticker: Timer | undefined;

  set interval(ms: number) {
    clearInterval(this.#ticker);
    this.#ticker = ms > 0 ? setInterval(poll, ms) : undefined; // ok: an interval of 0 stops it
  }

  close(): void {
    this.interval = 0;
  }
}

/** `this` of a plain function is anybody's. */
export function Legacy(this: { old: Timer | undefined }): void {
  this.old = setInterval(poll, 1000); // ok: not known whose field it is
}

/** Vue's options: `this` is the component, in the nested object too. */
export default {
  mounted(this: { tick: Timer | undefined }): void {
    this.tick = setInterval(poll, 1000); // ok: a method stops it
  },
  methods: {
    end(this: { tick: Timer | undefined }): void {
      clearInterval(this.tick);
    },
  },
  unmounted(this: { end(): void }): void {
    this.end();
  },
};

/** Whatever asks for the timer does nothing with it. */
export class AskedInLoops {
  #timer: Timer | undefined;

  start(): void {
    this.#timer = setInterval(poll, 1000); // want never-released: "`this.#timer` is not stopped by `close()`"
  }

  drain(): void {
    do poll();
    while (this.#timer);
    for (; this.#timer; ) poll();
  }

  close(): void {
    poll();
  }
}
