import type { SourceCode } from "../ast/source-code.ts";
import { bounded } from "./bounded.ts";
import { explainLeak } from "./obligations/explain-leak.ts";
import { findOpenEnd } from "./obligations/find-open-end.ts";
import { isGivenAtOnce } from "./obligations/given-at-once.ts";
import type { Leak } from "./obligations/leak.ts";
import type { Obligation } from "./obligations/obligation.ts";
import { backsUpEnd } from "./ownership/backs-up-end.ts";
import { endsWithProcess } from "./ownership/ends-with-process.ts";
import { leakOf } from "./ownership/tracing/claim.ts";
import type { SolvableOf } from "./solvables.ts";

/** The leaks among the obligations of a file. */
export function findLeaks(sourceCode: SourceCode, solvableOf: SolvableOf, obligations: readonly Obligation[]): Leak[] {
  const leakAt = (obligation: Obligation): Leak | undefined => {
    if (isGivenAtOnce(obligation)) return undefined;
    const solvable = solvableOf(obligation.root);
    const end = findOpenEnd(solvable, obligation);
    if (!end) return undefined;
    const blame = explainLeak(solvable, end);
    if (backsUpEnd(sourceCode, obligation, blame)) return undefined;
    const endsAlone = (): boolean => endsWithProcess(sourceCode, obligation, solvable, { cause: blame.cause, end });
    return leakOf(obligation, { ...blame, topLevel: obligation.owner === "activation" && endsAlone() });
  };
  return obligations.flatMap(
    (obligation) => bounded(sourceCode, obligation.acquisition.node, () => leakAt(obligation), undefined) ?? [],
  );
}
