import type { TSESLint } from "@typescript-eslint/utils";
import { enclosingFunction } from "../ast/functions.ts";
import { bounded } from "./bounded.ts";
import { explainLeak } from "./obligations/explain-leak.ts";
import { findOpenEnd } from "./obligations/find-open-end.ts";
import { isGivenAtOnce } from "./obligations/given-at-once.ts";
import type { Leak } from "./obligations/leak.ts";
import type { Obligation } from "./obligations/obligation.ts";
import { blocksOf, comesFrom } from "./control-flow/behind.ts";
import { isImplicit } from "./control-flow/graph.ts";
import { failsUncaught } from "./ownership/fails-uncaught.ts";
import { tearsDown } from "./ownership/tears-down.ts";
import { runsOnce } from "./ownership/runs-once.ts";
import type { Solvable } from "./obligations/solvable.ts";
import type { SolvableOf } from "./solvables.ts";

/** The leaks among the obligations of a file. */
export function findLeaks(
  sourceCode: Readonly<TSESLint.SourceCode>,
  solvableOf: SolvableOf,
  obligations: readonly Obligation[],
): Leak[] {
  const leakOf = (obligation: Obligation): Leak[] => {
    if (isGivenAtOnce(obligation)) return [];
    const solvable = solvableOf(obligation.root);
    const end = findOpenEnd(solvable, obligation);
    if (!end) return [];
    const { acquisition, handle, owner } = obligation;
    const blame = explainLeak(solvable, end);
    const leak: Leak = {
      acquisition,
      owner,
      certain: true,
      obligation,
      handle,
      topLevel:
        owner === "activation" &&
        (lastsAsTheProcess(sourceCode, obligation, blame) || endsTheProcess(sourceCode, obligation, solvable, blame)),
      ...blame,
    };
    return [leak];
  };
  return obligations.flatMap((obligation) =>
    bounded<Leak[]>(sourceCode, obligation.acquisition.node, () => leakOf(obligation), []),
  );
}

/** Is the end of a leak that of the process? What is made once and never released may be meant to run as long. */
function lastsAsTheProcess(
  sourceCode: Readonly<TSESLint.SourceCode>,
  { acquisition: { node, resource } }: Obligation,
  { cause }: Pick<Leak, "cause">,
): boolean {
  if (enclosingFunction(node).type === "Program") return true;
  const isForGood = cause === "discarded" || cause === "never-released";
  return resource.lasting === true && isForGood && runsOnce(sourceCode, node) && !tearsDown(sourceCode, node);
}

/** Is the way to the end of a timer a failure that nobody catches? The process ends with that, and the timer too. */
function endsTheProcess(
  sourceCode: Readonly<TSESLint.SourceCode>,
  { acquisition: { node, resource } }: Obligation,
  { graph }: Solvable,
  { cause }: Pick<Leak, "cause">,
): boolean {
  if (!resource.lasting && !resource.expires) return false;
  if (cause !== "exception" && cause !== "discarded") return false;
  if (!failsUncaught(sourceCode, node)) return false;
  if (cause === "exception") return true;
  const exits = [graph.exits.return, graph.exits.end];
  return !blocksOf(graph, node).some((home) => comesFrom(home, exits, (edge) => !isImplicit(edge)));
}
