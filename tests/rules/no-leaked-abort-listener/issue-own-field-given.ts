// The signal of a controller that the calling method has made and put into a field is made for the call.
declare function open(url: string, signal: AbortSignal): Promise<AsyncIterator<string>>;

export class Client {
  #current: AbortController | null = null;
  private last = new AbortController();

  async *send(url: string): AsyncGenerator<string> {
    this.#current = new AbortController();
    const stream = await open(url, this.#current.signal);
    yield* this.parts(stream, this.#current.signal);
  }

  async *again(url: string): AsyncGenerator<string> {
    const stream = await open(url, this.last.signal);
    yield* this.lasting(stream, this.last.signal);
  }

  private async *parts(stream: AsyncIterator<string>, signal: AbortSignal): AsyncGenerator<string> {
    const aborted = new Promise<never>((_, reject) => {
      signal.addEventListener("abort", () => reject(signal.reason), { once: true }); // ok: the only caller makes it
    });
    const { done, value } = await Promise.race([stream.next(), aborted]);
    if (!done) yield value;
  }

  private async *lasting(stream: AsyncIterator<string>, signal: AbortSignal): AsyncGenerator<string> {
    const aborted = new Promise<never>((_, reject) => {
      signal.addEventListener("abort", () => reject(signal.reason), { once: true }); // want raced: "wins the race"
    });
    const { done, value } = await Promise.race([stream.next(), aborted]);
    if (!done) yield value;
  }

  stop(): void {
    this.#current?.abort();
    this.last.abort();
  }
}
