import type { TSESTree } from "@typescript-eslint/utils";
import { isLoop } from "../ast/loops.ts";
import { ownNodes } from "../ast/own-nodes.ts";
import type { SourceCode } from "../ast/source-code.ts";
import { isWithin } from "../ast/statement-list.ts";
import type { Obligation } from "../analysis/obligations/obligation.ts";
import type { Use } from "../analysis/ownership/uses/use.ts";
import { usesOf, usesOfValues } from "../analysis/ownership/uses/value-uses.ts";
import { held, released, type Exit } from "./release-ways.ts";
import { controllerOf } from "./timer-callback.ts";

/**
 * Is nobody at work with a resource where a run of statements is left and nothing released it until now? All that is
 * given it must end where it is awaited, and before an early way out nobody is given it. What only the result of a
 * finished call may still need must come behind the last `await`. And no jump behind a release asks about it.
 */
export function isUnusedAtExits(
  sourceCode: SourceCode,
  obligation: Obligation,
  run: readonly TSESTree.Statement[],
  exits: readonly Exit[],
): boolean {
  const early = exits.filter(({ ways }) => ways === held).map(({ node }) => node);
  const late = exits.filter(({ ways, throughFinally }) => ways === released && !throughFinally).map(({ node }) => node);
  const mayThrow = run.flatMap((statement) => ownNodes(sourceCode, statement)).filter(isThrowPoint);
  return workOf(sourceCode, obligation).every((use) => {
    const home = run.find((statement) => isWithin(use.node, statement));
    if (late.some((exit) => isWithin(use.node, exit))) return false;
    if (!home || use.kind === "read") return true;
    if (early.some((exit) => mayFollow(exit, use.node, home))) return false;
    const finished = finishOf(use);
    return use.kind === "settled" || (finished && !mayThrow.some((each) => mayFollow(each, finished, home)));
  });
}

/** Every use of what the release would end: for a timer, of the controller that it would have aborted. */
function workOf(sourceCode: SourceCode, obligation: Obligation): readonly Use[] {
  const uses = usesOf(sourceCode, obligation);
  const controller = obligation.acquisition.resource.kind === "timer" && controllerOf(sourceCode, obligation);
  if (!controller) return uses;
  const own = usesOfValues(sourceCode, obligation.root, [controller], undefined);
  return [...uses, ...own.filter(({ node }) => !isWithin(node, obligation.acquisition.node))];
}

/** Where a call ends whose result alone goes on. */
function finishOf({ byResult, destiny }: Use): TSESTree.Node | undefined {
  return byResult && destiny?.kind === "awaited" ? destiny.by : undefined;
}

function isThrowPoint(node: TSESTree.Node): boolean {
  return /Await|Throw/.test(node.type) || (node.type === "ForOfStatement" && node.await);
}

/** May `node` come after `earlier`, which is in the statement `home`? It stands behind it, or in the same loop. */
function mayFollow(node: TSESTree.Node, earlier: TSESTree.Node, home: TSESTree.Statement): boolean {
  if (node === earlier) return false;
  return node.range[1] > earlier.range[1] || isWithin(node, loopAround(earlier, home));
}

/** The outermost loop around a node inside of a statement; the node itself where there is none. */
function loopAround(node: TSESTree.Node, home: TSESTree.Statement): TSESTree.Node {
  let loop = node;
  for (let at: TSESTree.Node | undefined = node; at && isWithin(at, home); at = at.parent) {
    if (isLoop(at)) loop = at;
  }
  return loop;
}
