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

export class Pair {
  readonly gate = Promise.withResolvers<void>();
  late: PromiseWithResolvers<void> | undefined;
  turning = Promise.withResolvers<void>();

  async ofAnother(other: Pair) {
    for (;;) await Promise.race([other.gate.promise, step()]); // ok: what the other one does with it is not looked at
  }

  async madeLater() {
    for (;;) await Promise.race([this.late!.promise, step()]); // ok: the class does not show what it holds
  }

  async madeAnew() {
    for (;;) await Promise.race([this.turning.promise, step()]); // ok: each turn may have another one
  }

  turn() {
    this.turning.resolve();
    this.turning = Promise.withResolvers<void>();
  }
}

export const reader = {
  closed: new Promise<void>(() => {}),

  async run() {
    for (;;) await Promise.race([this.closed, step()]); // want reaction: "a reaction to `this.closed`"
  },
};

export let stop: (() => void) | undefined;

export async function perhapsSettled(isOpen: boolean) {
  const left = new Promise<void>((resolve) => (stop = resolve));
  const late = isOpen ? left : Promise.resolve();
  for (;;) await Promise.race([late, step()]); // want reaction: "a reaction to `late`"
}

export async function settled(isOpen: boolean) {
  const over = isOpen ? Promise.resolve() : Promise.reject(new Error("closed"));
  for (;;) await Promise.race([over, step()]); // ok: there is nothing left to wait for
}
