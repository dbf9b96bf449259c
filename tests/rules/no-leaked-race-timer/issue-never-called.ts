type Answer = (value: boolean) => void;
interface Entry {
  resolve: Answer;
  reject: (error: Error) => void;
}

declare function send(id: number): void;

let answer: Answer | undefined;

export function replacedInAVariable() {
  return new Promise<boolean>((resolve) => {
    answer = resolve;
    const timer = setTimeout(() => resolve(false), 5000); // ok: another one takes its place
    const done = () => clearTimeout(timer);
    answer = (value) => {
      done();
      resolve(value);
    };
  });
}

let later: Answer | undefined;

export function replacedTooLate(start: () => Promise<void>) {
  return new Promise<boolean>(async (resolve) => {
    later = resolve;
    const timer = setTimeout(() => resolve(false), 5000); // want branch: "resolve"
    await start();
    later = (value) => {
      clearTimeout(timer);
      resolve(value);
    };
  });
}

export class Client {
  readonly pending = new Map<number, Entry>();
  readonly others = new Map<number, Entry>();

  replacedUnderAKey(id: number) {
    return new Promise<boolean>((resolve, reject) => {
      this.pending.set(id, { resolve, reject });
      const timer = setTimeout(() => reject(new Error("late")), 5000); // ok: nobody gets the first entry
      this.pending.set(id, {
        resolve: (value) => {
          clearTimeout(timer);
          resolve(value);
        },
        reject: (error) => {
          clearTimeout(timer);
          reject(error);
        },
      });
      send(id);
    });
  }

  underAnotherKey(id: number) {
    return new Promise<boolean>((resolve, reject) => {
      this.others.set(id, { resolve, reject });
      const timer = setTimeout(() => reject(new Error("late")), 5000); // want branch: "resolve"
      this.others.set(id + 1, {
        resolve: (value) => {
          clearTimeout(timer);
          resolve(value);
        },
        reject,
      });
      send(id);
    });
  }

  answer(id: number, value: boolean) {
    this.pending.get(id)?.resolve(value);
    this.others.get(id)?.resolve(value);
  }
}

const requests = new Map<number, { resolve: Answer; fail: (error: Error) => void }>();

export function nobodyFails(id: number) {
  return new Promise<boolean>((resolve, fail) => {
    const timer = setTimeout(() => fail(new Error("late")), 5000); // ok: no entry is asked for `fail`
    const done = (value: boolean) => {
      clearTimeout(timer);
      resolve(value);
    };
    requests.set(id, { resolve: done, fail });
    send(id);
  });
}

export function answered(id: number, value: boolean) {
  requests.get(id)?.resolve(value);
}

export const shared = new Map<number, { resolve: Answer; refuse: (error: Error) => void }>();

export function anotherFileFails(id: number) {
  return new Promise<boolean>((resolve, refuse) => {
    const timer = setTimeout(() => refuse(new Error("late")), 5000); // want exception: "refuse"
    const done = (value: boolean) => {
      clearTimeout(timer);
      resolve(value);
    };
    shared.set(id, { resolve: done, refuse });
    send(id);
  });
}

export class Queue {
  readonly #waiting = new Map<number, { resolve: Answer; abandon: (error: Error) => void }>();
  private readonly entries: Record<number, { resolve: Answer; drop: (error: Error) => void }> = {};
  private readonly asked = new Map<number, { resolve: Answer; giveUp: (error: Error) => void }>();

  wait(id: number) {
    return new Promise<boolean>((resolve, abandon) => {
      const timer = setTimeout(() => abandon(new Error("late")), 5000); // ok: the same, in a private field
      const done = (value: boolean) => {
        clearTimeout(timer);
        resolve(value);
      };
      this.#waiting.set(id, { resolve: done, abandon });
    });
  }

  waitFor(id: number) {
    return new Promise<boolean>((resolve, drop) => {
      const timer = setTimeout(() => drop(new Error("late")), 5000); // ok: the same, in a record
      const done = (value: boolean) => {
        clearTimeout(timer);
        resolve(value);
      };
      this.entries[id] = { resolve: done, drop };
    });
  }

  ask(id: number) {
    return new Promise<boolean>((resolve, giveUp) => {
      const timer = setTimeout(() => giveUp(new Error("late")), 5000); // want exception: "giveUp"
      const done = (value: boolean) => {
        clearTimeout(timer);
        resolve(value);
      };
      this.asked.set(id, { resolve: done, giveUp });
    });
  }

  answer(id: number, value: boolean) {
    this.#waiting.get(id)?.resolve(value);
    this.entries[id]?.resolve(value);
    this.asked.get(id)?.resolve(value);
  }

  close() {
    for (const { giveUp } of this.asked.values()) giveUp(new Error("closed"));
  }
}
