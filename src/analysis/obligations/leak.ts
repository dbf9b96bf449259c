import type { TSESTree } from "@typescript-eslint/utils";
import type { Acquisition } from "../../resources/acquisition.ts";
import type { Obligation, Owner } from "./obligation.ts";

/** Why an obligation leaks. */
export type Cause = "discarded" | "never-released" | "early-return" | "exception" | "branch" | "overwritten";

/** All of them, as the option of the rules takes them. */
export const causes: readonly Cause[] = [
  "discarded",
  "never-released",
  "early-return",
  "exception",
  "branch",
  "overwritten",
];

/**
 * A removal of a listener that removes nothing. `added-again`: it adds the same listener once more; `other-function`:
 * what it is given is made there, and was never added; `other-phase`: added for the capturing phase, removed for the
 * other.
 */
export interface Mistake {
  readonly kind: "added-again" | "other-function" | "other-phase";
  readonly at: TSESTree.Node;
}

/** What is wrong with a timer in a field of an object. */
export interface FieldFault {
  /**
   * `unreached`: the teardown runs and nothing stops the timer; `overwritten`: the field gets the next one while it
   * runs; `repeated`: when its event happens again; `restarted`: when its method is called again; `rearmed`: it is made
   * after the teardown has run; `endless`: nothing stops it, and nothing says when the object ends.
   */
  readonly kind: "unreached" | "overwritten" | "repeated" | "restarted" | "rearmed" | "endless";
  /** The method that ends the object; `undefined` where none is known. */
  readonly teardown: string | undefined;
  /** Where that is written; `undefined` for one that a base class brings. */
  readonly writtenAt: TSESTree.Node | undefined;
}

/** An obligation still open at the end of its owner, with the shortest path that shows it. */
export interface Leak {
  readonly acquisition: Acquisition;
  /** Whose end it was open at: words and suggestions depend on it. */
  readonly owner: Owner;
  /** `false` where it leaks only if something happens that the code does not rule out: for `fields: "all"`. */
  readonly certain: boolean;
  /** What was followed to find it: the fixes ask where else it is released, and who uses it. */
  readonly obligation: Obligation;
  /** The handle as it is written where it is bound; `undefined` when it is discarded. */
  readonly handle: string | undefined;
  readonly cause: Cause;
  /**
   * Where it goes wrong: the jump, the rejecting `await` (or call, or promise), the condition, the write that loses the
   * handle; `undefined` for `discarded` and `never-released`.
   */
  readonly at: TSESTree.Node | undefined;
  /** For `branch`: the outcome of the condition on the way that leaks; `undefined` when it is no yes-or-no question. */
  readonly outcome: boolean | undefined;
  /** Of a listener: the removal that was meant for it and removes nothing, or the call itself where it adds again. */
  readonly mistake?: Mistake;
  /** It was acquired at the top level of the module, whose end is that of the process. */
  readonly topLevel: boolean;
  /** The hook that runs when a server shuts down, in which it was acquired. */
  readonly hook?: string;
  /** For an obligation of an object. */
  readonly field?: FieldFault;
}
