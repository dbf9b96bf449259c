declare function poll(): Promise<void>;

export class Discovery {
  readonly #timer: NodeJS.Timeout; // ok: the helper starts it once, and its callback sets nothing

  constructor() {
    this.#timer = this.#begin();
  }

  destroy(): void {
    clearInterval(this.#timer);
  }

  #begin(): NodeJS.Timeout {
    return setInterval(async () => {
      await poll();
    }, 1000);
  }
}
