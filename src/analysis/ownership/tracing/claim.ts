import { enclosingFunction } from "../../../ast/functions.ts";
import type { Leak } from "../../obligations/leak.ts";
import type { Obligation } from "../../obligations/obligation.ts";
import type { Traced } from "./trace-obligation.ts";
import type { TracedFile } from "./traced-file.ts";

/** What an owner makes of an acquire that is its own. Both lists empty: it will be released, or nobody can tell. */
export interface Claim {
  /** To be followed along the paths of their activation, with what the owner adds to their effects. */
  readonly obligations: readonly Obligation[];
  /** What the owner itself has found open at its end. */
  readonly leaks: readonly Leak[];
}

/** Asks an owner for its claim to an acquire; `undefined` when it has none. The answer must be static (no paths). */
export type Claimant = (file: TracedFile, traced: Traced) => Claim | undefined;

/** A leak that an owner has found without a path: of the obligation as it is, but for what is said of it. */
export function leakOf(obligation: Obligation, found: Pick<Leak, "cause"> & Partial<Leak>): Leak {
  const { acquisition, owner, handle } = obligation;
  const topLevel = enclosingFunction(acquisition.node).type === "Program";
  return {
    acquisition,
    owner,
    certain: true,
    obligation,
    handle,
    at: undefined,
    outcome: undefined,
    topLevel,
    ...found,
  };
}
