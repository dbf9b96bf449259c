import type { TSESTree } from "@typescript-eslint/utils";
import { isLoop } from "../ast/loops.ts";
import { methodCallOf } from "../ast/members.ts";
import { isCallNamed, isMemberNamed } from "../ast/names.ts";
import { ownNodes } from "../ast/own-nodes.ts";
import { isAwaiting, isPause } from "../ast/pauses.ts";
import { someNode } from "../ast/some-node.ts";
import type { SourceCode } from "../ast/source-code.ts";
import { isWithin } from "../ast/statement-list.ts";
import { outermost, unwrap } from "../ast/transparent.ts";
import type { Obligation } from "../analysis/obligations/obligation.ts";
import type { Use } from "../analysis/ownership/uses/use.ts";
import { usesOf, usesOfValues } from "../analysis/ownership/uses/value-uses.ts";
import { isOpener } from "../analysis/ownership/tracing/result-leaves.ts";
import { boundAbort } from "../resources/aborted-by.ts";
import { constantValue, readsOf } from "../scope/variables.ts";
import { boundTo } from "./bound-to.ts";
import { held, released, type Exit } from "./release-ways.ts";
import { keptInRun } from "./kept-results.ts";
import { endsWithFunction, nestedUses } from "./nested-uses.ts";
import { isCalling, onlyTells, takersOfResult } from "./result-takers.ts";
import { resumedAfter, type Part } from "./resumed-after.ts";
import type { SafeRun } from "./safe-run.ts";
import { abortedByTimer } from "./timer-callback.ts";

/**
 * Is nobody at work with a resource where a run of statements is left and nothing released it until now? All that is
 * given it must end where it is awaited, and before an early way out nobody is given it. What only the result of a
 * finished call may still need must come behind the last `await`, and nobody is given that result before the release.
 * And no jump behind a release asks about it.
 *
 * Outside of the run nothing may still be at work from before, and nothing use it where the function goes on.
 */
export function isUnusedAtExits(
  sourceCode: SourceCode,
  obligation: Obligation,
  { statements: run, releases }: Pick<SafeRun, "statements" | "releases">,
  exits: readonly Exit[],
): boolean {
  const early = exits.filter(({ ways }) => ways === held).map(({ node }) => node);
  const late = exits.filter(({ ways, throughFinally }) => ways === released && !throughFinally).map(({ node }) => node);
  const mayThrow = run.flatMap((statement) => ownNodes(sourceCode, statement)).filter(isThrowPoint);
  const { uses, reads, made, isTimer } = workOf(sourceCode, obligation);
  const { root } = obligation;
  const nested = nestedUses(sourceCode, obligation, run, reads);
  if (uses.some((use) => isRefusedUnread(sourceCode, use))) return false;
  if (!nested.every(endsWithFunction) || isKeptBeforeThrow(sourceCode, { run, uses: [...uses, ...nested], releases }))
    return false;
  const jumps = early.some(({ type }) => type === "BreakStatement" || type === "ContinueStatement");
  const resumed = resumedAfter(sourceCode, { first: run[0]!, root, made, jumps });
  return uses.every((use) => {
    const home = run.find((statement) => isWithin(use.node, statement));
    if (late.some((exit) => isWithin(use.node, exit))) return false;
    if (resumed.some((part) => isIn(use.node, part)))
      return isTimer && isAnswered(use) && !mayComeLater(sourceCode, use.node, resumed);
    if (!home) return use.kind === "read" || use.kind === "settled" || !isFromBefore(use.node, run[0]!, made);
    if (use.kind === "read") return true;
    if (early.some((exit) => mayFollow(exit, use.node, home))) return false;
    const finished = finishOf(use);
    if (use.kind === "settled") return true;
    if (!finished || mayThrow.some((each) => mayFollow(each, finished, home))) return false;
    return takersOfResult(sourceCode, run, finished).every((taker) => isReleasedAround(taker, releases));
  });
}

/** What is done with that which the release would end, and where that was made. */
interface Work {
  readonly uses: readonly Use[];
  readonly made: TSESTree.Node;
  /** Where a name of it is read. */
  readonly reads: readonly TSESTree.Node[];
  /** Stopping a timer changes nothing there and then, only what happens later. */
  readonly isTimer: boolean;
}

/** Every use of what the release would end: for a timer, of the controller that it would have aborted. */
function workOf(sourceCode: SourceCode, obligation: Obligation): Work {
  const { node, resource } = obligation.acquisition;
  const uses = usesOf(sourceCode, obligation);
  const isTimer = resource.kind === "timer";
  const controller = isTimer ? abortedByTimer(sourceCode, obligation) : undefined;
  if (!controller) return { uses, reads: boundTo(obligation).flatMap(readsOf), made: node, isTimer };
  const reads = readsOf(controller).filter((read) => !isWithin(read, node) && !isForAbort(sourceCode, read));
  const own = reads.flatMap((read) => usesOfValues(sourceCode, obligation.root, [], read));
  return { uses: [...uses, ...own], reads, made: constantValue(controller) ?? node, isTimer };
}

/**
 * Does a reaction to what a call opens refuse it, `fetch(url).then((response) => { if (!response.ok) throw … })`? What
 * nobody has read is still open then, and only the release, or the time limit, would have ended it.
 */
function isRefusedUnread(sourceCode: SourceCode, { by }: Use): boolean {
  if (by.type !== "CallExpression" || !isOpener(by)) return false;
  const reactions = methodCallOf(by)?.arguments ?? [];
  return reactions.some((each) =>
    someNode(sourceCode, each, (node) => node.type === "ThrowStatement" || isCallNamed(node, "reject")),
  );
}

/** Does the run keep something of the work for later, and may it still be left by an error then? */
function isKeptBeforeThrow(
  sourceCode: SourceCode,
  { run, uses, releases }: Pick<SafeRun, "releases"> & { run: SafeRun["statements"]; uses: readonly Use[] },
): boolean {
  const isInside = (use: Use): boolean => run.some((statement) => isWithin(use.node, statement));
  const kept = keptInRun(sourceCode, run, uses.filter(isInside));
  if (kept.length === 0) return false;
  const isRelease = (node: TSESTree.Node): boolean => releases.some(({ statement }) => isWithin(node, statement));
  const mayThrow = run
    .flatMap((statement) => ownNodes(sourceCode, statement))
    .filter((node) => isThrowPoint(node) || (isCalling(node) && !onlyTells(node)))
    .filter((node) => !isRelease(node) && !isReleasedAround(node, releases));
  return kept.some((each) => {
    const home = run.find((statement) => isWithin(each, statement));
    const isPartOf = (node: TSESTree.Node): boolean => isWithin(node, each) && !isLoopAround(each, home);
    return home !== undefined && mayThrow.some((node) => !isPartOf(node) && mayFollow(node, each, home));
  });
}

/** Is a controller only asked for its `abort` there? The timer can do no more than that, sooner or later. */
function isForAbort(sourceCode: SourceCode, read: TSESTree.Node): boolean {
  const { parent } = outermost(read);
  return (
    isMemberNamed(parent, "abort") ||
    (parent.type === "CallExpression" && parent.arguments[0] === read && boundAbort(sourceCode, parent) !== undefined)
  );
}

/** Is all that is wanted of a signal what it says now? */
function isAnswered({ kind, node }: Use): boolean {
  return kind === "read" || isMemberNamed(unwrap(node), /^(?:aborted|reason)$/);
}

/** Is something used before a run begins: above it, or in an earlier turn of a loop around it? */
function isFromBefore(node: TSESTree.Node, first: TSESTree.Statement, made: TSESTree.Node): boolean {
  const loop = outermostLoop(first, (each) => !isWithin(made, each));
  return node.range[0] < first.range[0] || isWithin(node, loop);
}

/** Could an `await` come before a node where the function goes on? Until then a timer may have fired. */
function mayComeLater(sourceCode: SourceCode, node: TSESTree.Node, parts: readonly Part[]): boolean {
  return parts.some((part) =>
    ownNodes(sourceCode, part.home).some(
      (each) => isPause(each) && isIn(each, part) && mayFollow(node, each, part.home),
    ),
  );
}

function isIn(node: TSESTree.Node, { range: [start, end] }: Part): boolean {
  return start <= node.range[0] && node.range[0] < end;
}

/** Where a call ends whose result alone goes on. */
function finishOf({ byResult, destiny }: Use): TSESTree.Node | undefined {
  return byResult && destiny?.kind === "awaited" ? destiny.by : undefined;
}

/** Is there a `finally` that releases in any case, so that an error thrown here comes behind that? */
function isReleasedAround(node: TSESTree.Node, releases: SafeRun["releases"]): boolean {
  return releases.some(({ statement: { parent: block } }) => {
    const around = block.parent;
    return around?.type === "TryStatement" && around.finalizer === block && isWithin(node, around.block);
  });
}

function isThrowPoint(node: TSESTree.Node): boolean {
  return node.type === "ThrowStatement" || isAwaiting(node);
}

/** May `node` come after `earlier`, which is in `home`? It stands behind it, or in the same loop. */
function mayFollow(node: TSESTree.Node, earlier: TSESTree.Node, home: TSESTree.Node): boolean {
  if (node === earlier) return false;
  return (
    node.range[1] > earlier.range[1] ||
    isWithin(
      node,
      outermostLoop(earlier, (each) => isWithin(each, home)),
    )
  );
}

function isLoopAround(node: TSESTree.Node, home: TSESTree.Node | undefined): boolean {
  return home !== undefined && outermostLoop(node, (each) => isWithin(each, home)) !== node;
}

/** The outermost loop around a node of those that are meant; the node itself where there is none. */
function outermostLoop(node: TSESTree.Node, isMeant: (loop: TSESTree.Node) => boolean): TSESTree.Node {
  let loop = node;
  for (let at: TSESTree.Node | undefined = node; at; at = at.parent) if (isLoop(at) && isMeant(at)) loop = at;
  return loop;
}
