// An iterator is asked for one part after the other, and so is a stream: each time is a turn, as of a loop.
declare const port: { receive(): Promise<IteratorResult<string>>; read(): Promise<string>; stop(): Promise<void> };

export function messages() {
  const own = new AbortController();
  return {
    next: () =>
      new Promise<IteratorResult<string>>((resolve, reject) => {
        own.signal.addEventListener("abort", () => resolve({ done: true, value: "" })); // want settled: "`resolve` on"
        port.receive().then(resolve, reject);
      }),
    stop: () =>
      new Promise<void>((resolve, reject) => {
        own.signal.addEventListener("abort", () => resolve()); // ok: it is stopped once
        port.stop().then(() => own.abort()).then(resolve, reject);
      }),
  };
}

export function pulls() {
  const own = new AbortController();
  return new ReadableStream<string>({
    async pull(controller) {
      const part = await new Promise<string>((resolve, reject) => {
        own.signal.addEventListener("abort", () => reject(own.signal.reason)); // want settled: "`resolve` on line"
        port.read().then(resolve, reject);
      });
      controller.enqueue(part);
    },
    cancel: () => own.abort(),
  });
}

export function ofEachPart() {
  return new ReadableStream<string>({
    async pull(controller) {
      const own = new AbortController();
      const part = await new Promise<string>((resolve, reject) => {
        own.signal.addEventListener("abort", () => reject(own.signal.reason)); // ok: each part has its own signal
        port.read().then(resolve, reject);
      });
      controller.enqueue(part);
    },
  });
}

export class Refreshes {
  #end = new AbortController();

  async refresh() {
    let failures = 0;
    while (failures < 3) {
      failures++;
      await this.#sleep(1000);
      if (await port.read()) failures = 0;
    }
  }

  #sleep(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.#end.signal.addEventListener("abort", () => { clearTimeout(timer); resolve(); }); // want settled: "`resolve`"
    });
  }
}

export class Retries {
  #end = new AbortController();

  async retry() {
    let failures = 0;
    while (failures < 3) {
      failures++;
      await this.#sleep(1000);
      if (await port.read()) return;
    }
  }

  #sleep(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.#end.signal.addEventListener("abort", () => { clearTimeout(timer); resolve(); }); // want settled: "`resolve`"
    });
  }
}
