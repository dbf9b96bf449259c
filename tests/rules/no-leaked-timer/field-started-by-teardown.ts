// A teardown may start a timer itself, to finish something. It may not leave one that goes on for good.
export class Draining {
  private timer: NodeJS.Timeout | undefined;
  private isDisposed = false;
  constructor(private worker: { terminate(): Promise<void> }) {}
  dispose(): void {
    if (this.isDisposed) return;
    this.isDisposed = true;
    this.drain();
  }
  private drain(): void {
    if (this.timer) clearTimeout(this.timer);
    this.timer = setTimeout(() => this.end(), 1000); // ok: the end of the teardown
  }
  private async end(): Promise<void> {
    await this.worker.terminate();
  }
}

export class Flushing {
  private timer: NodeJS.Timeout | undefined;
  close(): void {
    this.flush();
  }
  private flush(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.flush(), 1000); // want never-released: "not stopped by `close()` on line 22"
  }
}

export class AtTimes {
  private timer: NodeJS.Timeout | undefined;
  private waiting: string[] = [];
  add(text: string): void {
    this.waiting.push(text);
    this.flush();
  }
  close(): void {
    this.flush();
  }
  private flush(): void {
    if (this.waiting.length < 3) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.send(), 1000); // want never-released: "not stopped by `close()` on line 38"
  }
  private send(): void {
    console.log(this.waiting);
  }
}

export class Beating {
  private timer: NodeJS.Timeout | undefined;
  destroy(): void {
    this.beat();
  }
  private beat(): void {
    clearInterval(this.timer);
    this.timer = setInterval(() => console.log("beat"), 1000); // want never-released: "not stopped by `destroy()` on line 53"
  }
}
