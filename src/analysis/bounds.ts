/** Something that the analysis does not go beyond, so that any program is analysed in bounded time. */
export interface Bound {
  readonly name: string;
  /** How much of it is taken; `undefined` where the engine decides. */
  readonly most: number | undefined;
  /** What is counted. */
  readonly of: string;
  /** Where the rules are quiet when it is hit. */
  readonly quiet: string;
}

/** A bound that the analysis counts up to by itself. */
export interface Counted extends Bound {
  readonly most: number;
}

/**
 * Every bound of the analysis. Where one is hit the rules say nothing, and `DEBUG=leaks` tells of it (`bounded.ts`).
 * Programs that people write stay far below; [the page](../../docs/bounds.md) is written from this list.
 *
 * The stack is for nesting alone: what may go in circles carries what it has asked. How far one question looks, as
 * through how many base classes, stands beside it: behind that its answer is that nobody knows.
 */
export const bounds: Readonly<
  Record<"stack", Bound> & Record<"steps" | "holders" | "completions" | "conditions" | "promises", Counted>
> = {
  stack: {
    name: "stack",
    most: undefined,
    of: "nesting that the engine's stack has room for",
    quiet: "about the resource whose function, class or value is nested so deep",
  },
  steps: {
    name: "steps",
    most: 2_000_000,
    of: "steps that the analysis of one file takes, for each question that a rule asks",
    quiet: "about the resource at hand and those of the file that come behind it",
  },
  holders: {
    name: "holders",
    most: 27,
    of: "variables that hold one handle",
    quiet: "about that handle",
  },
  completions: {
    name: "completions",
    most: 2_000,
    of: "combinations of ways into `finally` blocks that stand in each other",
    quiet: "about the resources of that function",
  },
  conditions: {
    name: "conditions",
    most: 64,
    of: "conditions at one place of a function that are tested more than once, or are about variables set to literals",
    quiet: "about a leak on a way that passes a test of one more",
  },
  promises: {
    name: "promises",
    most: 100,
    of: "promises that are made of each other, when it is asked whether an `await` may reject",
    quiet: "about a leak that such an `await` would cause",
  },
};
