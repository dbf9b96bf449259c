import type { TSESTree } from "@typescript-eslint/utils";
import { enclosingFunction, isFunction } from "../ast/functions.ts";
import type { SourceCode } from "../ast/source-code.ts";
import { isWithin } from "../ast/statement-list.ts";
import type { Obligation } from "../analysis/obligations/obligation.ts";
import type { Use } from "../analysis/ownership/uses/use.ts";
import { usesOfValues } from "../analysis/ownership/uses/value-uses.ts";

/**
 * What the functions that are written in a run of statements do with a resource: each use as that function sees it. One
 * that is awaited as a whole, `await retry(async () => { … })`, may leave work behind in it.
 */
export function nestedUses(
  sourceCode: SourceCode,
  { root, effects }: Obligation,
  run: readonly TSESTree.Statement[],
  reads: readonly TSESTree.Node[],
): Use[] {
  return reads
    .filter((read) => run.some((statement) => isWithin(read, statement)))
    .flatMap((read) => {
      const fn = enclosingFunction(read);
      return fn === root || !isFunction(fn) ? [] : usesOfValues(sourceCode, fn, [], read);
    })
    .filter(({ by }) => !effects.get(by)?.some(({ kind }) => kind === "release"));
}

/** Is a use over when the function it stands in is, or the promise which that gives? */
export function endsWithFunction({ kind, byResult, destiny, awaits }: Use): boolean {
  if (kind === "read" || kind === "settled" || byResult) return true;
  return destiny?.kind === "returned" || destiny?.kind === "grouped" || (awaits?.length ?? 0) > 0;
}
