import type { TSESTree } from "@typescript-eslint/utils";
import { isFunction } from "../ast/functions.ts";
import { isCallNamed } from "../ast/names.ts";
import type { SourceCode } from "../ast/source-code.ts";
import { unwrap } from "../ast/transparent.ts";
import { readsOf } from "../scope/variables.ts";
import { bounded } from "./bounded.ts";
import type { EarlyRelease } from "./obligations/early-release.ts";
import { findReleaseAfter } from "./obligations/find-release-after.ts";
import { isReleased, type Obligation } from "./obligations/obligation.ts";
import { endedByTimer } from "./ownership/uses/ended-by-timer.ts";
import { destinyOf, type Destiny } from "./ownership/outcomes/promise-destiny.ts";
import { isSynchronous } from "./ownership/outcomes/promise-valued.ts";
import { releasesSurely } from "./ownership/tracing/sure-release.ts";
import type { Use } from "./ownership/uses/use.ts";
import { usesOf, usesOfValues } from "./ownership/uses/value-uses.ts";
import type { SolvableOf } from "./solvables.ts";

/**
 * The resources of a file that are released before work that was given them is done: work that nobody waits for, and a
 * release that comes on every path behind it.
 *
 * It says nothing of work that is given on (`track(work(ctx))`), waited for beside other work (`Promise.race`), or
 * awaited after the release, which is how work is cancelled on purpose.
 */
export function findEarlyReleases(
  sourceCode: SourceCode,
  solvableOf: SolvableOf,
  obligations: readonly Obligation[],
): EarlyRelease[] {
  const earlyOf = (obligation: Obligation): EarlyRelease[] => {
    if (!isReleased(obligation)) return [];
    // One group of promises may use it in several places, and is one piece of work.
    const seen = new Set<TSESTree.Node>();
    return usesBy(sourceCode, obligation).flatMap((use) => {
      for (const { event, untilAwait, ...found } of unfinishedWork(sourceCode, obligation, use)) {
        const isSure = (node: TSESTree.Node): boolean => releasesSurely(sourceCode, node);
        const release = findReleaseAfter(solvableOf(obligation.root), obligation, { event, untilAwait, isSure });
        if (!release || seen.has(found.work)) continue;
        seen.add(found.work);
        return { obligation, release, ...found };
      }
      return [];
    });
  };
  return obligations.flatMap((obligation) =>
    bounded<EarlyRelease[]>(sourceCode, obligation.acquisition.node, () => earlyOf(obligation), []),
  );
}

/** A timer is not used by whoever has its id, but by work that waits for what it ends. */
function usesBy(sourceCode: SourceCode, obligation: Obligation): readonly Use[] {
  if (obligation.acquisition.resource.kind !== "timer") return usesOf(sourceCode, obligation);
  const { variables, promise } = endedByTimer(sourceCode, obligation);
  return usesOfValues(sourceCode, obligation.root, variables, promise);
}

type Unfinished = Pick<EarlyRelease, "form" | "work" | "statement"> & {
  readonly event: TSESTree.Node;
  readonly untilAwait: boolean;
};

/** The forms in which nobody waits for a piece of work, and from which event on: any of them will do. */
function unfinishedWork(sourceCode: SourceCode, { root }: Obligation, use: Use): Unfinished[] {
  const { kind, by, destiny, promise: work } = use;
  if (!destiny || !work || isQuestionForEnd(by)) return [];
  const dropped = { form: "dropped", work, statement: undefined, event: by, untilAwait: true } as const;
  if (destiny.kind === "returned") {
    const form = kind === "pending" ? "returned" : "perhaps";
    if (form === "perhaps" && !mayBePromise(sourceCode, by, root)) return [];
    return [{ form, work, statement: statementOf(destiny), event: by, untilAwait: false }];
  }
  if (kind !== "pending") return [];
  if (destiny.kind === "dropped") return [dropped];
  if (destiny.kind !== "bound") return [];
  const [read, ...more] = readsOf(destiny.variable);
  if (!read) return [dropped];
  const end = destinyOf(sourceCode, read, root);
  if (more.length > 0 || end.kind !== "returned") return [];
  const statement = statementOf(end);
  const bound = { ...dropped, form: "bound" } as const;
  return statement ? [{ ...bound, statement, event: statement, untilAwait: false }, bound] : [bound];
}

function statementOf(destiny: Destiny): TSESTree.ReturnStatement | undefined {
  return destiny.kind === "returned" && destiny.by.type === "ReturnStatement" ? destiny.by : undefined;
}

/** `ctx.done()` is a promise that the release settles. */
function isQuestionForEnd(by: TSESTree.Node): boolean {
  return isCallNamed(by, /^[dD]one$/) && unwrap(by.callee).type === "MemberExpression";
}

/** In a function that is not async, a result that is not known to be a promise is likely none. */
function mayBePromise(sourceCode: SourceCode, call: TSESTree.Node, root: Obligation["root"]): boolean {
  return call.type === "CallExpression" && isFunction(root) && root.async && !isSynchronous(sourceCode, call);
}
