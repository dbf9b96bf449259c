declare class Deferred<T> {
  readonly promise: Promise<T>;
  resolve(value?: T): void;
}
declare function step(): Promise<string>;

export class Conversation {
  private readonly stopDeferred = new Deferred<void>();
  private round = new Deferred<void>();
  readonly gate = { promise: Promise.resolve() };
  #isStopped = false;

  constructor(private readonly messages: AsyncGenerator<string>) {}

  async receive() {
    while (!this.#isStopped) {
      const result = await Promise.race([
        this.messages.next(),
        this.stopDeferred.promise, // want reaction: "this.stopDeferred.promise"
      ]);
      if (!result || result.done) break;
    }
  }

  async turns() {
    while (!this.#isStopped) {
      await Promise.race([step(), this.round.promise]); // ok: made anew for each round
      this.round = new Deferred<void>();
    }
  }

  async through() {
    while (!this.#isStopped) await Promise.race([step(), this.gate.promise]); // ok: nothing says that it is long
  }

  stop() {
    this.#isStopped = true;
    this.stopDeferred.resolve();
  }
}
