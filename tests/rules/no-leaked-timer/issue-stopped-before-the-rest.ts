declare function send(): void;

/** The rest of the close may ask for the timer again, but the object knows that it is closed. */
export class Store {
  private heartbeat?: ReturnType<typeof setInterval>;
  private isClosed = false;
  private pending: string[] = [];

  async close() {
    if (this.isClosed) return;
    this.isClosed = true;
    if (this.heartbeat) clearInterval(this.heartbeat);
    this.heartbeat = undefined;
    this.drain();
  }

  submit(line: string) {
    this.pending.push(line);
    this.drain();
  }

  private drain() {
    this.beat();
    this.pending.length = 0;
  }

  private beat() {
    if (this.heartbeat || this.isClosed) return;
    this.heartbeat = setInterval(send, 10_000); // ok: `close` stops it, and it is not started again
  }
}
