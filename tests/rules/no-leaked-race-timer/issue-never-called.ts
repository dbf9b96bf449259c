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

type Settlers = Map<number, { resolve: Answer; [name: string]: unknown }>;

export function putIntoAGivenOne(given: Settlers, id: number) {
  return new Promise<boolean>((resolve, quit) => {
    const timer = setTimeout(() => quit(new Error("late")), 5000); // want exception: "quit"
    const done = (value: boolean) => {
      clearTimeout(timer);
      resolve(value);
    };
    given.set(id, { resolve: done, quit });
  });
}

declare function register(table: Settlers): void;
const registered: Settlers = new Map();
register(registered);

export function othersHaveItToo(id: number) {
  return new Promise<boolean>((resolve, withdraw) => {
    const timer = setTimeout(() => withdraw(new Error("late")), 5000); // want exception: "withdraw"
    const done = (value: boolean) => {
      clearTimeout(timer);
      resolve(value);
    };
    registered.set(id, { resolve: done, withdraw });
  });
}

const walked: Record<string, { resolve: Answer; cease: (error: Error) => void }> = {};

export function readInALoop(id: number) {
  return new Promise<boolean>((resolve, cease) => {
    const timer = setTimeout(() => cease(new Error("late")), 5000); // ok: the loop calls the other one
    const done = (value: boolean) => {
      clearTimeout(timer);
      resolve(value);
    };
    walked[id] = { resolve: done, cease };
  });
}

export function answerAll(value: boolean) {
  for (const id in walked) walked[id].resolve(value);
}

const list = new Map<number, { resolve: Answer; forsake: (error: Error) => void }>();

export function inAListThatIsWalked(id: number) {
  return new Promise<boolean>((resolve, forsake) => {
    const timer = setTimeout(() => forsake(new Error("late")), 5000); // ok: so it does here
    const done = (value: boolean) => {
      clearTimeout(timer);
      resolve(value);
    };
    list.set(id, { resolve: done, forsake });
  });
}

export function answerEach(value: boolean) {
  for (const [, { resolve }] of list) resolve(value);
}

const whole = new Map<number, { settle: Answer; resign: (error: Error) => void }>();

export function goesSomewhereWhole(id: number, use: (entry: object | undefined) => void) {
  use(whole.get(id));
  return new Promise<boolean>((resolve, resign) => {
    const timer = setTimeout(() => resign(new Error("late")), 5000); // want exception: "resign"
    const done = (value: boolean) => {
      clearTimeout(timer);
      resolve(value);
    };
    whole.set(id, { settle: done, resign });
  });
}

const spread = new Map<number, { resolve: Answer; yieldUp?: (error: Error) => void }>();

export function withMoreOfAnother(id: number, more: object) {
  return new Promise<boolean>((resolve, yieldUp) => {
    const timer = setTimeout(() => yieldUp(new Error("late")), 5000); // want exception: "yieldUp"
    const done = (value: boolean) => {
      clearTimeout(timer);
      resolve(value);
    };
    spread.set(id, { resolve: done, yieldUp, ...more });
    spread.get(id)?.resolve(true);
  });
}

export class Channel {
  readonly open = new Map<number, { resolve: Answer; leave: (error: Error) => void }>();

  ofAPublicField(id: number) {
    return new Promise<boolean>((resolve, leave) => {
      const timer = setTimeout(() => leave(new Error("late")), 5000); // want exception: "leave"
      const done = (value: boolean) => {
        clearTimeout(timer);
        resolve(value);
      };
      this.open.set(id, { resolve: done, leave });
    });
  }

  answer(id: number, value: boolean) {
    this.open.get(id)?.resolve(value);
  }
}

export function partReplaced(start: (entry: { resolve: Answer }) => void) {
  return new Promise<boolean>((resolve) => {
    const entry = { resolve };
    const timer = setTimeout(() => resolve(false), 5000); // ok: nobody has the entry yet
    entry.resolve = (value) => {
      clearTimeout(timer);
      resolve(value);
    };
    start(entry);
  });
}
