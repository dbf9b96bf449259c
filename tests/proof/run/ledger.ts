/** One acquire that happened: what was made, and what became of it. */
export interface Acquired {
  /** Which acquire of the program made it: the code of its call (instrument.ts). */
  site: number;
  readonly parent: Acquired | undefined;
  /** Its parent was released before it was made. */
  readonly orphan: boolean;
  released: boolean;
  escaped: boolean;
  /** While it was open a call threw, which by default calls do not: what became of it after that proves nothing. */
  disturbed: boolean;
}

type Fn = (...args: unknown[]) => unknown;

/** Who was acquired in a run, who was released, and what left the function, as the run really did it. */
export class Ledger {
  readonly acquired: Acquired[] = [];
  readonly #byValue = new WeakMap<object, Acquired>();
  readonly #captures = new WeakMap<object, () => unknown[]>();
  readonly #escapedCaptures: (() => unknown[])[] = [];
  readonly #onRelease: (record: number) => void;

  /** @param onRelease is told the first release of each, by its place in `acquired` */
  constructor(onRelease: (record: number) => void = () => {}) {
    this.#onRelease = onRelease;
  }

  /** Makes a context and its cancel function, as a child of `parent`. */
  acquire(parent: unknown): { context: object; cancel: () => void } {
    const above = this.#find(parent);
    const record: Acquired = {
      site: -1,
      parent: above,
      orphan: above?.released === true,
      released: false,
      escaped: false,
      disturbed: false,
    };
    const number = this.acquired.push(record) - 1;
    const context = {};
    const cancel = (): void => {
      if (!record.released) this.#onRelease(number);
      record.released = true;
    };
    this.#byValue.set(context, record);
    this.#byValue.set(cancel, record);
    return { context, cancel };
  }

  /** Was this context released? */
  isReleased(context: unknown): boolean {
    return this.#find(context)?.released === true;
  }

  /** `value` came out of the acquire at `site`, or of a function that called it. */
  claim(site: number, value: unknown): void {
    for (const part of partsOf(value)) {
      const record = this.#find(part);
      if (record) record.site = site;
    }
  }

  /** `fn` was made, and holds what `held` gives. */
  capture(fn: Fn, held: () => unknown[]): Fn {
    this.#captures.set(fn, held);
    return fn;
  }

  /** `value` was returned, stored or given away. */
  escape(value: unknown): void {
    if (value === null || (typeof value !== "object" && typeof value !== "function")) return;
    this.#escapeHandle(value);
    this.takeOver(value);
    for (const part of partsOf(value)) if (part !== value) this.escape(part);
  }

  /** `fn` was given away. */
  takeOver(fn: object): void {
    const captured = this.#captures.get(fn);
    if (!captured) return;
    this.#escapedCaptures.push(captured);
    // It may call another such function.
    for (const held of captured()) if (typeof held === "function") this.takeOver(held);
    this.followCaptures();
  }

  /** A function that was given away owns what its variables hold from then on, whoever has put it there. */
  followCaptures(): void {
    for (const captured of this.#escapedCaptures) for (const held of captured()) this.#escapeHandle(held);
  }

  /** A context alone is no handle. */
  #escapeHandle(value: unknown): void {
    const record = typeof value === "function" ? this.#find(value) : undefined;
    if (record) record.escaped = true;
  }

  /** A call throws now. */
  disturb(): void {
    for (const record of this.acquired) if (!record.released && !record.escaped) record.disturbed = true;
  }

  #find(value: unknown): Acquired | undefined {
    return typeof value === "object" || typeof value === "function" ? this.#byValue.get(value ?? {}) : undefined;
  }
}

function partsOf(value: unknown): unknown[] {
  if (Array.isArray(value)) return value;
  return typeof value === "object" && value !== null ? Object.values(value) : [];
}

/**
 * A context is released with its parents. Whether it is when a parent escaped, or was released before the child was
 * made, is not known here: then a report is right and none is, too.
 */
export type Fate = "released" | "escaped" | "leaked" | "unknown" | "disturbed";

export function fateOf({ released, escaped, disturbed, parent, orphan }: Acquired, ended: boolean): Fate {
  if (released) return "released";
  if (escaped) return "escaped";
  if (disturbed) return "disturbed";
  // Where the run has no end the handle may still be lost, in a loop turn that is over.
  if (orphan || !ended) return "unknown";
  for (let at = parent; at; at = at.parent) {
    if (at.released) return "released";
    if (at.escaped || at.disturbed) return "unknown";
  }
  return "leaked";
}
