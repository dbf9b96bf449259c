/** Something in scope that releases when called: a cancel function, a method of a whole handle, a clean-up function. */
export interface Handle {
  /** What is called: `cancel1`, `handle2.abort`, `cleanup3`. */
  readonly callee: string;
  /** The name that holds the whole result, where it was not taken apart. */
  readonly whole?: string;
  readonly context?: string;
  /** The outer variable it lives in; `undefined` where it is a constant and surely has its value. */
  readonly slot?: number;
}

/** What can be named or left at one place of the program. Nested places copy it, so nothing leaks out of a block. */
export interface Place {
  readonly handles: readonly Handle[];
  /** The slots that surely hold a handle. */
  readonly certain: ReadonlySet<number>;
  readonly targets: readonly { readonly label: string | undefined; readonly kind: "loop" | "switch" | "block" }[];
  readonly async: boolean;
  readonly generator: boolean;
  /**
   * Is `return` allowed, and does it leave the function under test? An executor that returned, or threw on every path,
   * would hide that its promise is never settled, or always rejected.
   */
  readonly returns: "function" | "callback" | "executor" | "never";
}

/** One program being printed: the next free number, and what has to be declared on top. */
export class Page {
  /** The outer variables that some step gives a handle to. */
  readonly slots: ReadonlySet<number>;
  /** Those that some step takes the handle from again: nobody can rely on it being there. */
  readonly forgotten: ReadonlySet<number>;
  readonly flags: Set<string> = new Set();
  /** Are contexts given to work that goes on? */
  readonly busy: boolean;
  usesSink = false;
  #number = 0;

  constructor(slots: ReadonlySet<number>, forgotten: ReadonlySet<number>, busy = false) {
    this.busy = busy;
    this.slots = slots;
    this.forgotten = forgotten;
  }

  /** A number that occurs once in the program: in names, and in calls of the world. */
  next(): number {
    return ++this.#number;
  }

  flag(which: number): string {
    const name = ["done", "failed", "phase"][which]!;
    this.flags.add(name);
    return name;
  }
}

/** The handles that the numbers of a recipe choose among, the latest first. */
export function chooseHandle({ handles }: Place, pick: number): Handle | undefined {
  return handles.length === 0 ? undefined : handles[handles.length - 1 - (pick % handles.length)];
}

export function isCertain({ certain }: Place, { slot }: Handle): boolean {
  return slot === undefined || certain.has(slot);
}
