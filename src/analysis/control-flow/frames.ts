import type { Block, Completion } from "./graph.ts";

/** Where `break` and `continue` of a loop, `switch` or labelled statement go. */
export interface JumpFrame {
  readonly kind: "jump";
  readonly labels: readonly string[];
  /** Taken by a `break` without a label: loops and `switch`, not labelled blocks. */
  readonly plainBreak: boolean;
  readonly breakTo: Block | undefined;
  readonly continueTo: Block | undefined;
}

/** The protected part of a `try` that has a handler. */
export interface CatchFrame {
  readonly kind: "catch";
  readonly entry: Block;
}

/** Everything a `finally` (or a `using`, or the closing of a `for await`) protects. */
export interface FinallyFrame {
  readonly kind: "finally";
  readonly entry: Block;
  /** The completions with which it is entered; its end goes on with each. */
  readonly completions: Set<Completion>;
}

/** The body of a callback that runs now: its `return` ends here, its throw goes to `throwTo` or on outwards. */
export interface CallbackFrame {
  readonly kind: "callback";
  readonly returnTo: Block;
  readonly throwTo: Block | undefined;
}

/** What is around the statement being built, innermost first. A linked list: an outer view of it is just its tail. */
export type Frame = JumpFrame | CatchFrame | FinallyFrame | CallbackFrame;
/** The innermost of the frames around a place, and the rest. */
export interface Frames {
  readonly frame: Frame;
  readonly outer: Frames | undefined;
}
