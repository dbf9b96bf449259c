declare function poll(): Promise<void>;
declare function report(error: unknown): void;

export class Poller {
  #timer: ReturnType<typeof setTimeout> | undefined;

  start() {
    this.#timer = setTimeout(() => { // want never-released: "the wait on line 9, in which `stop()` on line 13 may have run"
      poll().catch(report).finally(() => this.start());
    }, 5000);
  }

  stop() {
    clearTimeout(this.#timer);
  }
}

export class Guarded {
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isOn = true;

  start() {
    this.#timer = setTimeout(() => { // ok: it asks whether it was stopped
      void poll().then(() => {
        if (this.#isOn) this.start();
      });
    }, 5000);
  }

  stop() {
    this.#isOn = false;
    clearTimeout(this.#timer);
  }
}

export function pollEvery(ms: number) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const arm = () => {
    timer = setTimeout(() => { // want never-released: "`close()` on line 45 may have run"
      poll().finally(arm);
    }, ms);
  };
  arm();
  return {
    close() {
      clearTimeout(timer);
    },
  };
}

export class Once {
  #timer: ReturnType<typeof setTimeout> | undefined;

  open() {
    return poll().then(() => {
      this.#timer = setTimeout(report, 5000, "late"); // ok: who opens it waits for that
    });
  }

  close() {
    clearTimeout(this.#timer);
  }
}
