import type { TSESTree } from "@typescript-eslint/utils";
import { isImplicit, type Condition, type Edge } from "../control-flow/graph.ts";
import type { Obligation } from "./obligation.ts";

/** What shows that a timer has fired: nothing is left of it then. */
export interface Fired {
  /** The awaits that only the timer can make reject. */
  readonly rejects: ReadonlySet<TSESTree.Node>;
  /** Does a condition that holds say that the timer was first: `result === "timeout"`, `if (timedOut)`? */
  readonly says: (condition: Condition) => boolean;
}

/** Is this edge taken only when the timer has fired? */
export function hasFired({ fired }: Obligation, edge: Edge): boolean {
  if (!fired) return false;
  const isItsRejection = isImplicit(edge) && fired.rejects.has(edge.by);
  return isItsRejection || (edge.condition !== undefined && fired.says(edge.condition));
}
