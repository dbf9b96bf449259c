import type { SourceCode } from "../ast/source-code.ts";
import { bounded } from "./bounded.ts";
import { explainLeak } from "./obligations/explain-leak.ts";
import { findOpenEnd } from "./obligations/find-open-end.ts";
import { isGivenAtOnce } from "./obligations/given-at-once.ts";
import type { Leak } from "./obligations/leak.ts";
import type { Obligation } from "./obligations/obligation.ts";
import { backsUpEnd } from "./ownership/backs-up-end.ts";
import { endsWithProcess } from "./ownership/ends-with-process.ts";
import type { SolvableOf } from "./solvables.ts";

/** The leaks among the obligations of a file. */
export function findLeaks(sourceCode: SourceCode, solvableOf: SolvableOf, obligations: readonly Obligation[]): Leak[] {
  const leakOf = (obligation: Obligation): Leak[] => {
    if (isGivenAtOnce(obligation)) return [];
    const solvable = solvableOf(obligation.root);
    const end = findOpenEnd(solvable, obligation);
    if (!end) return [];
    const { acquisition, handle, owner } = obligation;
    const blame = explainLeak(solvable, end);
    if (backsUpEnd(sourceCode, obligation, blame)) return [];
    const leak: Leak = {
      acquisition,
      owner,
      certain: true,
      obligation,
      handle,
      topLevel: owner === "activation" && endsWithProcess(sourceCode, obligation, solvable, blame.cause),
      ...blame,
    };
    return [leak];
  };
  return obligations.flatMap((obligation) =>
    bounded<Leak[]>(sourceCode, obligation.acquisition.node, () => leakOf(obligation), []),
  );
}
