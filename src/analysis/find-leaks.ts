import { enclosingFunction } from "../ast/functions.ts";
import { explainLeak } from "./obligations/explain-leak.ts";
import { findOpenEnd } from "./obligations/find-open-end.ts";
import type { Leak } from "./obligations/leak.ts";
import type { Obligation } from "./obligations/obligation.ts";
import type { SolvableOf } from "./solvables.ts";

/** The leaks among the obligations of a file. */
export function findLeaks(solvableOf: SolvableOf, obligations: readonly Obligation[]): Leak[] {
  return obligations.flatMap((obligation) => {
    const solvable = solvableOf(obligation.root);
    const end = findOpenEnd(solvable, obligation);
    if (!end) return [];
    const { acquisition, handle } = obligation;
    return {
      acquisition,
      obligation,
      handle,
      topLevel: enclosingFunction(acquisition.node).type === "Program",
      ...explainLeak(solvable, end),
    };
  });
}
