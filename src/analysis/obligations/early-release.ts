import type { TSESTree } from "@typescript-eslint/utils";
import type { Obligation } from "./obligation.ts";

/**
 * How work is left running: `returned` while a `finally` or `using` releases; `bound` to a constant that is returned
 * later; `dropped`. `perhaps`: returned by a call that is not known to give a promise.
 */
export type Form = "returned" | "bound" | "dropped" | "perhaps";

/** All of them, as the option of the rule takes them. */
export const forms: readonly Form[] = ["returned", "bound", "dropped", "perhaps"];

/** A resource that is released while work that was given it still runs. */
export interface EarlyRelease {
  readonly obligation: Obligation;
  readonly form: Form;
  /** The promise nobody waits for, with its reactions. */
  readonly work: TSESTree.Node;
  /** What releases: a call, or the declarator of a `using`. */
  readonly release: TSESTree.Node;
  /** The `return` of the promise before the release; `undefined` if it is dropped, or released before that. */
  readonly statement: TSESTree.ReturnStatement | undefined;
}
