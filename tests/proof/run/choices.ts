/** Thrown by nothing: a source of decisions for one run, and a record of them. */
export interface Choices {
  /** One of `0 … options - 1`. 0 is the plain way: settles, no, goes on. */
  choose(options: number): number;
}

interface Decision {
  chosen: number;
  readonly options: number;
}

/**
 * All runs of a program, one after the other: each decision sequence that the program asks for is taken once, depth
 * first. The program says by asking how many decisions there are; nothing about it has to be known beforehand.
 */
export class EveryChoice implements Choices {
  #decisions: Decision[] = [];
  #at = 0;

  choose(options: number): number {
    const decision = this.#decisions[this.#at] ?? { chosen: 0, options };
    this.#decisions[this.#at++] = decision;
    return decision.chosen;
  }

  /** Makes ready for the next run; `false` when all have been made. */
  next(): boolean {
    this.#decisions.length = this.#at;
    this.#at = 0;
    while (this.#decisions.length > 0) {
      const last = this.#decisions.at(-1)!;
      if (last.chosen + 1 < last.options) {
        last.chosen++;
        return true;
      }
      this.#decisions.pop();
    }
    return false;
  }
}

/** Decisions at random, for programs with too many runs to make all. The same seed gives the same runs. */
export class RandomChoice implements Choices {
  #state: number;

  constructor(seed: number) {
    this.#state = seed | 0;
  }

  choose(options: number): number {
    // mulberry32
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % options;
  }
}
