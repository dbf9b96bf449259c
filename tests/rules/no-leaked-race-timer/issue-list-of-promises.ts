declare function send(event: string): Promise<void>;

export class Client {
  private readonly pending: Promise<void>[] = [];
  private readonly running = new Set<Promise<void>>();
  private readonly open: Promise<void>[] = [];
  private readonly shared: Promise<void>[] = [];
  private replaced: Promise<void>[] = [];
  private replacedOpen: readonly Promise<void>[] = [];

  track(event: string) {
    const sent = send(event).catch((error: unknown) => {
      console.warn(error);
    });
    this.pending.push(sent);
    this.running.add(sent);
    this.open.push(sent, send(event));
    this.shared.push(sent);
    this.replaced = [...this.replaced, sent];
    this.replacedOpen = [...this.replaced, ...this.replacedOpen, send(event)];
  }

  lend(take: (list: Promise<void>[]) => void) {
    take(this.shared);
  }

  async flushPending(ms: number) {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const timeout = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, ms); // ok: each of the list has its catch
    });
    await Promise.race([Promise.all(this.pending).then(() => {}), timeout]);
    clearTimeout(timer);
  }

  async flushRunning(ms: number) {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const timeout = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, ms); // ok: the same, of a set
    });
    await Promise.race([Promise.all([...this.running]), timeout]);
    clearTimeout(timer);
  }

  async flushOpen(ms: number) {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const timeout = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, ms); // want exception: "rejects"
    });
    await Promise.race([Promise.all(this.open), timeout]);
    clearTimeout(timer);
  }

  async flushReplaced(ms: number) {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const timeout = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, ms); // ok: each that is put in front of it has its catch
    });
    await Promise.race([Promise.all(this.replaced), timeout]);
    clearTimeout(timer);
  }

  async flushReplacedOpen(ms: number) {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const timeout = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, ms); // want exception: "rejects"
    });
    await Promise.race([Promise.all(this.replacedOpen), timeout]);
    clearTimeout(timer);
  }

  async flushShared(ms: number) {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const timeout = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, ms); // want exception: "rejects"
    });
    await Promise.race([Promise.all(this.shared), timeout]);
    clearTimeout(timer);
  }
}

export async function all(events: readonly string[], ms: number) {
  const sent: Promise<void>[] = [];
  for (const event of events) sent.push(send(event).catch(() => {}));
  let timer: ReturnType<typeof setTimeout> | undefined;
  const timeout = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms); // ok: each of the list has its catch
  });
  await Promise.race([Promise.all(sent), timeout]);
  clearTimeout(timer);
}

export async function more(events: readonly string[], others: readonly Promise<void>[], ms: number) {
  const sent: Promise<void>[] = [];
  for (const event of events)
    sent.push(
      send(event).catch(() => {}),
      ...others,
    );
  let timer: ReturnType<typeof setTimeout> | undefined;
  const timeout = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms); // want exception: "rejects"
  });
  await Promise.race([Promise.all(sent), timeout]);
  clearTimeout(timer);
}
