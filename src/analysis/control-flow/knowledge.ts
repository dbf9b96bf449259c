import type { TSESTree } from "@typescript-eslint/utils";

/** What the builder has to be told about calls and awaits, since the AST alone does not say it. */
export interface Knowledge {
  /** `"calls"`: every call and `new` may throw. Where a `catch` waits for it a call always has its edge. */
  readonly throws: "await" | "calls";
  /** `false` when this `await`, `for await`, call or disposal is known never to throw. */
  mayThrow(node: TSESTree.Node): boolean;
  /** `true` when control never comes back from this call or `await` (`process.exit()`, a promise nobody settles). */
  neverReturns(node: TSESTree.Node): boolean;
  /** Has a list at least one element, so that a loop over it has a turn? Left out, only literals tell. */
  hasElement?(list: TSESTree.Node): boolean;
}

/** Nothing known: every await may reject, every call returns. */
export const knowsNothing: Knowledge = { throws: "await", mayThrow: () => true, neverReturns: () => false };
