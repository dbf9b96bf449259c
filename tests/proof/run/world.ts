import type { Choices } from "./choices.ts";
import { Ledger } from "./ledger.ts";

type Fn = (...args: unknown[]) => unknown;

/** More events than this in one run, and it is given up: an endless loop is meant to have no end. */
const MAX_EVENTS = 1_000;

/** What calls of functions give that nobody knows. For all the program can tell it is a promise. */
export const something: object = {};

/** How the first release of the acquire with this number stands among the calls. */
export function releaseMark(record: number): string {
  return `release ${record}`;
}

/** A promise that may be rejected without anyone waiting for it. */
class QuietPromise<T> extends Promise<T> {
  static override get [Symbol.species](): PromiseConstructor {
    return Promise;
  }

  constructor(executor: ConstructorParameters<typeof Promise<T>>[0]) {
    super(executor);
    this.catch(() => {});
  }
}

function rejected(): Promise<never> {
  return QuietPromise.reject(new Error("rejected"));
}

/** What one run may do at most. */
export interface Limits {
  /** How many turns each loop takes. */
  readonly turns: number;
  /** How many of the calls inside a `try` throw. */
  readonly throwingCalls: number;
}

/** Out of a run that is over, by `process.exit` or too many events. What it unwinds through does not count. */
class Stopped extends Error {}

/**
 * What the programs call: the two libraries, and functions whose outcome the plan of the run decides. Awaits reject or
 * not, conditions hold or not, loops take some turns. Releases never throw, other calls only where a `catch` waits.
 */
export class World {
  readonly ledger = new Ledger((record) => this.calls.push(releaseMark(record)));
  readonly trace: number[] = [];
  /** What was called, in its order: what a program does as others see it. */
  readonly calls: string[] = [];
  /** The last statement of the function was reached. */
  reachedEnd = false;
  /** It ended with `return` of a promise: that it rejects later is not the function's own `throw`. */
  returnedPromise = false;
  stopped = false;
  /** What late work is still to do. */
  readonly late: (() => void)[] = [];
  /** What the function gave or threw. */
  value: unknown;
  readonly #choices: Choices;
  readonly #limits: Limits;
  readonly #taken = new Map<number, number>();
  #thrown = 0;

  constructor(choices: Choices, limits: Limits) {
    this.#choices = choices;
    this.#limits = limits;
  }

  /** A call whose exception a `catch` of the program waits for. Elsewhere calls do not throw. */
  readonly risk = (): [] => {
    if (this.#thrown >= this.#limits.throwingCalls || !this.flip()) return [];
    this.#thrown++;
    this.ledger.disturb();
    throw new Error("thrown by a call");
  };

  readonly log = (code: number): void => {
    if (this.trace.length >= MAX_EVENTS) this.stopped = true;
    if (this.stopped) throw new Stopped();
    this.trace.push(code);
    this.ledger.followCaptures();
  };

  /** The consumer of a generator: 0 goes on, 1 returns, 2 throws. */
  consume(): number {
    return this.#choices.choose(3);
  }

  flip(): boolean {
    return this.#choices.choose(2) === 1;
  }

  /** A promise of `value`, or of anything else a promise may come to. */
  readonly settle = <T>(value: T): Promise<T> => {
    if (this.stopped) return new Promise(() => {});
    return this.flip() ? rejected() : Promise.resolve(value);
  };

  /** Up to `turns` times yes in a run. */
  readonly #more = (site: number): boolean => {
    const taken = this.#taken.get(site) ?? 0;
    if (this.stopped || taken >= this.#limits.turns || !this.flip()) return false;
    this.#taken.set(site, taken + 1);
    return true;
  };

  readonly #items = (site: number): number[] => {
    const list: number[] = [];
    while (this.#more(site)) list.push(list.length);
    return list;
  };

  readonly #stream = (site: number): AsyncIterable<number> => ({
    [Symbol.asyncIterator]: () => ({
      next: () => this.settle({ done: !this.#more(site), value: site }),
      return: () => this.settle({ done: true, value: undefined }),
    }),
  });

  readonly #resource = (): object => ({
    [Symbol.dispose]: () => {},
    [Symbol.asyncDispose]: () => this.settle(undefined),
  });

  /** Takes what it is given, also where it throws: whether a call that throws has kept its argument nobody knows. */
  readonly #keep = (value: unknown, risk?: () => void): void => {
    this.ledger.escape(value);
    risk?.();
  };

  /** Work that ends after all that is not late, and sees then whether its context was released. */
  readonly #late = (site: number, context: unknown): Promise<unknown> => {
    const settled = this.settle(true);
    return new QuietPromise((resolve, reject) => {
      this.late.push(() => {
        const seen = this.ledger.isReleased(context) ? "released" : "open";
        this.calls.push(`late ${site} ends, its context is ${seen}`);
        settled.then(resolve, reject);
      });
    });
  };

  /** By name, as the programs know them. */
  readonly functions: Readonly<Record<string, unknown>> = {
    a: () => this.settle(true),
    b: () => {
      const outcome = this.#choices.choose(3);
      if (this.stopped) return new Promise(() => {});
      return outcome === 2 ? rejected() : Promise.resolve(outcome === 1);
    },
    tick: (site: number) => (this.#more(site) ? this.settle(true) : new Promise(() => {})),
    q: () => this.flip(),
    more: this.#more,
    one: () => this.#choices.choose(3),
    pick: () => this.#choices.choose(3),
    items: this.#items,
    table: (site: number) => Object.fromEntries(this.#items(site).map((n) => [n, n])),
    stream: this.#stream,
    resource: this.#resource,
    resources: (site: number) => this.#items(site).map(() => this.#resource()),
    maybe: () => (this.flip() ? () => something : undefined),
    maybeBox: () => (this.flip() ? { use: () => something } : undefined),
    use: () => something,
    late: this.#late,
    keep: this.#keep,
    list: { push: this.#keep },
    box: {},
    fresh: () => ({ value: this.flip() ? 1 : undefined }),
    tag: () => something,
    Thing: function Thing() {
      return something;
    },
    setting: () => this.flip(),
    Promise: QuietPromise,
    setTimeout: (callback: Fn) => queueMicrotask(callback),
    process: {
      exit: () => {
        this.stopped = true;
        throw new Stopped();
      },
    },
    withCancel: (parent: unknown) => {
      const { context, cancel } = this.ledger.acquire(parent);
      return [context, cancel];
    },
    withTimeout: (parent: unknown) => {
      const { context, cancel } = this.ledger.acquire(parent);
      return { ctx: context, abort: cancel };
    },
    DisposableStack: stackClassOf(this.ledger),
  };

  /** What a program knows by a name; calls of it are written down. */
  named(name: string): unknown {
    const known = this.functions[name];
    // The classes are called with `new`, and the program asks what becomes of that, not that it happened.
    if (typeof known !== "function" || /^[A-Z]/.test(name)) return known;
    return (...args: unknown[]): unknown => {
      this.calls.push(`${name} ${args.filter((arg) => typeof arg === "number").join(" ")}`);
      return (known as Fn)(...args);
    };
  }

  /** The arguments of the function under test: `parent, c0, c1, opts, mode`. Only what the program asks is decided. */
  arguments(text: string): unknown[] {
    const asks = (name: string): boolean => text.split(new RegExp(`\\b${name}\\b`)).length > 2;
    const [c0, c1, opts] = ["c0", "c1", "opts"].map((name) => asks(name) && this.flip());
    return [{}, c0, c1, { retry: opts }, asks("mode") ? this.#choices.choose(3) : 0];
  }
}

/**
 * A deferred function counts as given away: the rule says nothing of what it may release, though by the time it runs
 * its variable can hold something else. A deferred handle is released when the stack is disposed, and no sooner.
 */
function stackClassOf(ledger: Ledger): new () => Disposable {
  return class {
    readonly #deferred: Fn[] = [];
    defer(callback: Fn): void {
      this.#deferred.push(callback);
      ledger.takeOver(callback);
    }
    [Symbol.dispose](): void {
      while (this.#deferred.length > 0) this.#deferred.pop()!();
    }
  };
}
