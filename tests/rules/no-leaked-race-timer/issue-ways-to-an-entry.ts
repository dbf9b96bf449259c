/** An entry is taken out of its list in many ways: by no name, by its parts, in a loop of any kind. */
interface Settlers {
  resolve: (value: string) => void;
  reject: (error: Error) => void;
}
const late = (): Error => new Error("late");

export class ByNoName {
  readonly #open = new Map<number, Settlers & { timerA: NodeJS.Timeout }>();

  request(id: number) {
    return new Promise<string>((resolve, reject) => {
      const timerA = setTimeout(() => reject(late()), 5000); // want exception: "`timerA` is not cleared when `reject` on line 26 is first"
      this.#open.set(id, { resolve, reject, timerA });
    });
  }

  receive(id: number, value: string) {
    const entry = this.#open.get(id);
    if (!entry) return;
    clearTimeout(entry.timerA);
    entry.resolve(value);
  }

  fail(id: number, error: Error) {
    this.#open.get(id)?.reject(error);
    this.#open.delete(id);
  }
}

export class NextInLine {
  #queue: (Settlers & { timerB: NodeJS.Timeout })[] = [];

  wait() {
    return new Promise<string>((resolve, reject) => {
      const timerB = setTimeout(() => reject(late()), 5000); // want never-released: "`resolve` on line 42 is first"
      this.#queue.push({ resolve, reject, timerB });
    });
  }

  answer(value: string) {
    this.#queue.shift()?.resolve(value);
  }
}

export class OneAfterTheOther {
  #queue: (Settlers & { timerC: NodeJS.Timeout })[] = [];

  wait() {
    return new Promise<string>((resolve, reject) => {
      const timerC = setTimeout(() => reject(late()), 5000); // want never-released: "`reject` on line 58 is first"
      this.#queue.push({ resolve, reject, timerC });
    });
  }

  close() {
    let entry: (Settlers & { timerC: NodeJS.Timeout }) | undefined;
    while ((entry = this.#queue.shift())) entry.reject(new Error("closed"));
  }
}

export class WithEach {
  readonly #open = new Map<number, Settlers & { timerD: NodeJS.Timeout }>();

  request(id: number) {
    return new Promise<string>((resolve, reject) => {
      const timerD = setTimeout(() => reject(late()), 5000); // want never-released: "`reject` on line 74 is first"
      this.#open.set(id, { resolve, reject, timerD });
    });
  }

  close() {
    this.#open.forEach((entry) => {
      entry.reject(new Error("closed"));
    });
    this.#open.clear();
  }
}

export class TakenApart {
  readonly #open = new Map<number, Settlers & { timerE: NodeJS.Timeout }>();

  request(id: number) {
    return new Promise<string>((resolve, reject) => {
      const timerE = setTimeout(() => reject(late()), 5000); // want exception: "`reject` on line 97 is first"
      this.#open.set(id, { resolve, reject, timerE });
    });
  }

  receive(id: number, value: string) {
    const { resolve, timerE } = this.#open.get(id)!;
    clearTimeout(timerE);
    resolve(value);
  }

  close() {
    for (const [, { reject }] of this.#open) reject(new Error("closed"));
    this.#open.clear();
  }
}

export class Copied {
  readonly #open = new Map<number, Settlers & { timerF: NodeJS.Timeout }>();

  request(id: number) {
    return new Promise<string>((resolve, reject) => {
      const timerF = setTimeout(() => reject(late()), 5000); // want never-released: "`reject` on line 113 is first"
      this.#open.set(id, { resolve, reject, timerF });
    });
  }

  close() {
    for (const entry of [...this.#open.values()]) entry.reject(new Error("closed"));
  }

  drain() {
    Array.from(this.#open.values()).forEach(({ resolve }) => resolve(""));
  }
}

export class TakesItselfBack {
  readonly #waiting = new Set<Settlers & { timerG: NodeJS.Timeout }>();

  wait() {
    return new Promise<string>((resolve, reject) => {
      const timerG = setTimeout(() => { // want never-released: "`reject` on line 136 is first"
        this.#waiting.delete(entry);
        reject(late());
      }, 5000);
      const entry = { resolve, reject, timerG };
      this.#waiting.add(entry);
    });
  }

  close() {
    for (const entry of [...this.#waiting]) entry.reject(new Error("closed"));
  }
}

export class ClearedInEachWay {
  readonly #waiting = new Set<Settlers & { timerH: NodeJS.Timeout }>();

  wait(signal: AbortSignal) {
    return new Promise<string>((resolve, reject) => {
      const timerH = setTimeout(() => { // ok: whoever takes it clears it
        this.#waiting.delete(entry);
        reject(late());
      }, 5000);
      const entry = { resolve, reject, timerH };
      this.#waiting.add(entry);
      signal.addEventListener("abort", () => {
        clearTimeout(timerH);
        this.#waiting.delete(entry);
        reject(signal.reason);
      });
    });
  }

  first(value: string) {
    for (const { timerH, resolve } of this.#waiting) {
      clearTimeout(timerH);
      resolve(value);
    }
  }

  close() {
    this.#waiting.forEach(({ timerH: limit, reject }) => {
      clearTimeout(limit);
      reject(new Error("closed"));
    });
    [...this.#waiting].forEach((entry) => {
      if (entry.timerH) clearTimeout(entry.timerH);
      entry.reject(new Error("closed"));
    });
  }
}

export class ClearedByNoName {
  readonly #open = new Map<number, Settlers & { timerI: NodeJS.Timeout }>();

  request(id: number) {
    return new Promise<string>((resolve, reject) => {
      const timerI = setTimeout(() => reject(late()), 5000); // ok: cleared, by no name either
      this.#open.set(id, { resolve, reject, timerI });
    });
  }

  receive(id: number, value: string) {
    clearTimeout(this.#open.get(id)?.timerI);
    this.#open.get(id)?.resolve(value);
  }
}

export class ClearedBeside {
  readonly #open = new Map<number, Settlers & { timerJ: NodeJS.Timeout }>();

  request(id: number) {
    return new Promise<string>((resolve, reject) => {
      const timerJ = setTimeout(() => reject(late()), 5000); // ok: the entry that is cleared may be the one that is settled
      this.#open.set(id, { resolve, reject, timerJ });
    });
  }

  receive(id: number, value: string) {
    const entry = this.#open.get(id);
    if (!entry) return;
    clearTimeout(entry.timerJ);
    if (value === "") entry.reject(late());
    else this.#open.get(id)?.resolve(value);
  }
}

export class TheRestIsHanded {
  readonly #open = new Map<number, Settlers & { timerK: NodeJS.Timeout }>();

  request(id: number) {
    return new Promise<string>((resolve, reject) => {
      const timerK = setTimeout(() => reject(late()), 5000); // ok: the rest has the id
      this.#open.set(id, { resolve, reject, timerK });
    });
  }

  receive(id: number, value: string, finish: (rest: unknown) => void) {
    const { resolve, ...rest } = this.#open.get(id)!;
    finish(rest);
    resolve(value);
  }
}

export class TakenByItsTimer {
  readonly #open = new Map<number, Settlers & { timerL: NodeJS.Timeout }>();

  request(id: number) {
    return new Promise<string>((resolve, reject) => {
      const timerL = setTimeout(() => this.expire(id), 5000); // ok: it has fired
      this.#open.set(id, { resolve, reject, timerL });
      setTimeout(() => reject(late()), 0);
    });
  }

  expire(id: number) {
    this.#open.get(id)?.reject(late());
    this.#open.delete(id);
  }
}

export class GivenToAList {
  readonly #waiting = new Set<Settlers & { timerM: NodeJS.Timeout }>();

  wait(others: unknown[]) {
    return new Promise<string>((resolve, reject) => {
      const timerM = setTimeout(() => reject(late()), 5000); // ok: somebody else has the entry
      const entry = { resolve, reject, timerM };
      this.#waiting.add(entry);
      others.push(entry);
    });
  }

  close() {
    for (const entry of this.#waiting) entry.reject(new Error("closed"));
  }
}

export class DefaultOfAPart {
  readonly #open = new Map<number, Settlers & { timerN: NodeJS.Timeout | undefined }>();

  request(id: number) {
    return new Promise<string>((resolve, reject) => {
      const timerN = setTimeout(() => reject(late()), 5000); // ok: cleared, by a name with a default
      this.#open.set(id, { resolve, reject, timerN });
    });
  }

  receive(id: number, value: string) {
    const entry = this.#open.get(id)!;
    const { timerN = undefined } = entry;
    clearTimeout(timerN);
    entry.resolve(value);
  }

  fail(id: number) {
    this.#open.get(id)?.reject(late());
  }
}

export class SettlersThatClear {
  readonly #open = new Map<number, Settlers & { timerO: NodeJS.Timeout }>();

  request(id: number) {
    return new Promise<string>((resolve, reject) => {
      const timerO = setTimeout(() => reject(late()), 5000); // ok: each settler of the entry stops it
      const stop = (): void => clearTimeout(timerO);
      this.#open.set(id, {
        resolve: (value) => {
          stop();
          resolve(value);
        },
        reject: (error) => {
          stop();
          reject(error);
        },
        timerO,
      });
    });
  }

  receive(id: number, value: string) {
    const entry = this.#open.get(id);
    entry?.resolve(value);
  }

  fail(id: number) {
    this.#open.get(id)?.reject(late());
  }
}
