/** The id is kept in an entry, beside the functions that settle the promise: who takes that out must clear the timer. */
interface Answer {
  id: number;
  error?: Error;
  value: string;
}
declare function send(id: number): void;
declare function finish(entry: unknown): void;
const late = (): Error => new Error("late");

export class ClearedWhenGood {
  readonly #pending = new Map<number, { resolve: (v: string) => void; reject: (e: Error) => void; limit: NodeJS.Timeout }>();

  request(id: number) {
    return new Promise<string>((resolve, reject) => {
      const limit = setTimeout(() => { // want exception: "`limit` is not cleared when `reject` on line 29 is first"
        this.#pending.delete(id);
        reject(late());
      }, 5000);
      this.#pending.set(id, { resolve, reject, limit });
      send(id);
    });
  }

  receive(answer: Answer) {
    const entry = this.#pending.get(answer.id);
    if (!entry) return;
    this.#pending.delete(answer.id);
    if (answer.error) return entry.reject(answer.error);
    clearTimeout(entry.limit);
    entry.resolve(answer.value);
  }
}

export class ForgottenWhenClosed {
  private waiting: { resolve: (v: string) => void; reject: (e: Error) => void; alarm: NodeJS.Timeout }[] = [];

  wait() {
    return new Promise<string>((resolve, reject) => {
      const alarm = setTimeout(() => reject(late()), 5000); // want exception: "`reject` on line 52 is first"
      this.waiting.push({ resolve, reject, alarm });
    });
  }

  next(value: string) {
    const entry = this.waiting.shift();
    if (entry?.alarm) clearTimeout(entry.alarm);
    entry?.resolve(value);
  }

  close() {
    for (const entry of this.waiting) entry.reject(new Error("closed"));
    this.waiting = [];
  }
}

export class PutByKey {
  #calls: Record<string, { res: (v: string) => void; rej: (e: Error) => void; guard: NodeJS.Timeout }> = {};

  call(key: string) {
    return new Promise<string>((resolve, reject) => {
      const call = { res: resolve, rej: reject, guard: setTimeout(() => reject(late()), 5000) }; // want branch: "`res` on line 70 is first"
      this.#calls[key] = call;
    });
  }

  answer(key: string, value: string) {
    const call = this.#calls[key];
    if (value.length > 0) {
      call?.res(value);
      return;
    }
    clearTimeout(call?.guard);
    call?.rej(late());
  }
}

export class AlwaysCleared {
  readonly #open = new Map<number, { resolve: (v: string) => void; reject: (e: Error) => void; timeoutA?: NodeJS.Timeout }>();

  request(id: number, ms: number) {
    return new Promise<string>((resolve, reject) => {
      const timeoutA = ms > 0 ? setTimeout(() => reject(late()), ms) : undefined; // ok: each way clears it
      this.#open.set(id, { resolve, reject, timeoutA });
    });
  }

  receive(answer: Answer) {
    const entry = this.#open.get(answer.id);
    if (!entry) return;
    if (entry.timeoutA) clearTimeout(entry.timeoutA);
    if (answer.error) entry.reject(answer.error);
    else entry.resolve(answer.value);
  }

  close() {
    for (const [, entry] of this.#open) {
      clearTimeout(entry.timeoutA);
      entry.reject(new Error("closed"));
    }
  }
}

export class ClearedByTheOneWhoTakes {
  readonly #open = new Map<number, { resolve: (v: string) => void; reject: (e: Error) => void; timeoutB: NodeJS.Timeout }>();

  request(id: number) {
    return new Promise<string>((resolve, reject) => {
      const timeoutB = setTimeout(() => reject(late()), 5000); // ok: who takes it clears it
      this.#open.set(id, { resolve, reject, timeoutB });
    });
  }

  take(id: number) {
    const entry = this.#open.get(id);
    clearTimeout(entry?.timeoutB);
    return entry;
  }

  receive(answer: Answer) {
    const entry = this.#open.get(answer.id);
    this.take(answer.id);
    entry?.resolve(answer.value);
  }
}

export class ClearedForOthers {
  readonly #open = new Map<number, { resolve: (v: string) => void; timeoutC: NodeJS.Timeout }>();

  request(id: number) {
    return new Promise<string>((resolve) => {
      const timeoutC = setTimeout(() => resolve(""), 5000); // ok: all are cleared before
      this.#open.set(id, { resolve, timeoutC });
    });
  }

  stop() {
    for (const entry of this.#open.values()) clearTimeout(entry.timeoutC);
    this.flush();
  }

  flush() {
    for (const entry of this.#open.values()) entry.resolve("");
  }
}

export class TakenByTheTimer {
  readonly #open = new Map<number, { resolve: (v: string) => void; reject: (e: Error) => void; timeoutD: NodeJS.Timeout }>();

  request(id: number) {
    return new Promise<string>((resolve, reject) => {
      const timeoutD = setTimeout(() => this.onLate(id, reject), 5000); // ok: it has fired
      this.#open.set(id, { resolve, reject, timeoutD });
    });
  }

  onLate(id: number, fail: (e: Error) => void) {
    this.expire(id);
    fail(late());
  }

  expire(id: number) {
    const entry = this.#open.get(id);
    entry?.reject(late());
  }

  receive(answer: Answer) {
    const entry = this.#open.get(answer.id);
    clearTimeout(entry?.timeoutD);
    entry?.resolve(answer.value);
  }
}

export class GivenAway {
  readonly #open = new Map<number, { resolve: (v: string) => void; timeoutE: NodeJS.Timeout }>();

  request(id: number) {
    return new Promise<string>((resolve) => {
      const timeoutE = setTimeout(() => resolve(""), 5000); // ok: somebody else has the entry
      this.#open.set(id, { resolve, timeoutE });
    });
  }

  receive(answer: Answer) {
    const entry = this.#open.get(answer.id);
    finish(entry);
    entry?.resolve(answer.value);
  }
}

export class SeenByOthers {
  readonly open = new Map<number, { resolve: (v: string) => void; timeoutF: NodeJS.Timeout }>();

  request(id: number) {
    return new Promise<string>((resolve) => {
      const timeoutF = setTimeout(() => resolve(""), 5000); // ok: somebody else has the list
      this.open.set(id, { resolve, timeoutF });
    });
  }

  receive(answer: Answer) {
    this.all(this.open);
    const entry = this.open.get(answer.id);
    entry?.resolve(answer.value);
  }

  all(open: unknown) {
    finish(open);
  }
}

export class ClearsItself {
  readonly #open = new Map<number, { resolve: (v: string) => void; timeoutG: NodeJS.Timeout }>();

  request(id: number) {
    return new Promise<string>((done) => {
      const timeoutG = setTimeout(() => done(""), 5000); // ok: the entry's own function clears it
      const resolve = (value: string): void => {
        clearTimeout(timeoutG);
        done(value);
      };
      this.#open.set(id, { resolve, timeoutG });
    });
  }

  receive(answer: Answer) {
    this.#open.get(answer.id)?.resolve(answer.value);
    const entry = this.#open.get(answer.id);
    entry?.resolve(answer.value);
  }
}

export class OfTwoKinds {
  readonly #open = new Map<number, { resolve: (v: string) => void; timeoutH?: NodeJS.Timeout }>();

  request(id: number) {
    return new Promise<string>((resolve) => {
      const timeoutH = setTimeout(() => resolve(""), 5000); // ok: there are entries without a timer
      this.#open.set(id, { resolve, timeoutH });
    });
  }

  patient(id: number) {
    return new Promise<string>((resolve) => {
      this.#open.set(id, { resolve });
    });
  }

  receive(answer: Answer) {
    const entry = this.#open.get(answer.id);
    entry?.resolve(answer.value);
  }
}

export class Unreferenced {
  readonly #open = new Map<number, { resolve: (v: string) => void; timeoutI: NodeJS.Timeout }>();

  request(id: number) {
    return new Promise<string>((resolve) => {
      const timeoutI = setTimeout(() => resolve(""), 5000).unref(); // ok: keeps nothing alive
      this.#open.set(id, { resolve, timeoutI });
    });
  }

  receive(answer: Answer) {
    const entry = this.#open.get(answer.id);
    entry?.resolve(answer.value);
  }
}

export class SettledLater {
  readonly #open = new Map<number, { resolve: (v: string) => void; timeoutJ: NodeJS.Timeout }>();

  request(id: number) {
    return new Promise<string>((resolve) => {
      const timeoutJ = setTimeout(() => resolve(""), 5000); // ok: what settles it later is not followed
      this.#open.set(id, { resolve, timeoutJ });
    });
  }

  receive(answer: Answer, work: Promise<string>) {
    const entry = this.#open.get(answer.id);
    void work.then((value) => entry?.resolve(value));
  }
}

export class NeverCleared {
  readonly #open = new Map<number, { resolve: (v: string) => void; timeoutK: NodeJS.Timeout }>();

  request(id: number) {
    return new Promise<string>((resolve) => {
      const timeoutK = setTimeout(() => resolve(""), 5000); // want never-released: "`timeoutK` is never cleared. Call `clearTimeout` when `resolve` on line 299 is first"
      this.#open.set(id, { resolve, timeoutK });
    });
  }

  receive(answer: Answer) {
    const entry = this.#open.get(answer.id);
    entry?.resolve(answer.value);
  }
}
