export class Service {
  private ac: AbortController;

  constructor(options: { ac: AbortController }) {
    this.ac = options.ac;
  }

  start(): void {
    const timer = setInterval(() => {}, 10_000);
    this.ac.signal.addEventListener("abort", () => clearInterval(timer)); // ok: `destroy` aborts it
  }

  async destroy(): Promise<void> {
    this.ac.abort();
  }
}

export class Guest {
  private ac: AbortController;
  private own = new AbortController();

  constructor(options: { ac: AbortController }) {
    this.ac = options.ac;
  }

  start(): void {
    const timer = setInterval(() => {}, 10_000);
    this.ac.signal.addEventListener("abort", () => clearInterval(timer)); // want unreached: "destroy()"
  }

  async destroy(): Promise<void> {
    this.own.abort();
  }
}
