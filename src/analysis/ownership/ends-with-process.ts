import type { TSESTree } from "@typescript-eslint/utils";
import { isDiscarded } from "../../ast/discarded.ts";
import { enclosingFunction, type FunctionNode } from "../../ast/functions.ts";
import type { SourceCode } from "../../ast/source-code.ts";
import { unwrap } from "../../ast/transparent.ts";
import { blocksBefore, blocksOf } from "../control-flow/behind.ts";
import type { OpenEnd } from "../obligations/find-open-end.ts";
import type { Cause } from "../obligations/leak.ts";
import type { Obligation } from "../obligations/obligation.ts";
import type { Solvable } from "../obligations/solvable.ts";
import { functionAt } from "../../scope/named-function.ts";
import { failsUncaught } from "./process/fails-uncaught.ts";
import { plainKnowledgeOf } from "./outcomes/knowledge.ts";
import { isOfWhatEnds } from "./process/of-what-ends.ts";
import { runsAgain, runsOnce } from "./process/runs-once.ts";
import { endsProcess } from "./settlement/reaches-end.ts";
import { tearsDown } from "./process/tears-down.ts";

/** Does a leak of an activation end no later than the process does anyway: made for as long, or at its failure? */
export function endsWithProcess(
  sourceCode: SourceCode,
  obligation: Obligation,
  solvable: Solvable,
  { cause, end }: { readonly cause: Cause; readonly end: OpenEnd },
): boolean {
  // A rejection that the function catches itself is no failure of it.
  const isFailure = cause !== "exception" || end.last.block === solvable.graph.exits.throw;
  return (
    lastsAsTheProcess(sourceCode, obligation, cause) ||
    (isFailure && endsTheProcess(sourceCode, obligation, solvable, cause)) ||
    isLastResort(sourceCode, obligation, solvable)
  );
}

/**
 * Is the end of a leak that of the process? What is made once and never released may be meant to run as long. So may
 * what nobody keeps, if the file shows nothing that runs it again, and nothing with an end that it belongs to: it is
 * taken for a part of the program. Which functions start those only other files know.
 */
function lastsAsTheProcess(
  sourceCode: SourceCode,
  { acquisition: { node, resource } }: Obligation,
  cause: Cause,
): boolean {
  if (enclosingFunction(node).type === "Program") return true;
  const isForGood = cause === "discarded" || cause === "never-released";
  if (!resource.lasting || !isForGood) return false;
  const isMeant =
    runsOnce(sourceCode, node) ||
    (isDiscarded(node) && !runsAgain(sourceCode, node) && !isOfWhatEnds(sourceCode, node));
  return isMeant && !tearsDown(sourceCode, node);
}

/** Is the way to the end of a timer a failure that the process ends with, since nobody catches it and goes on? */
function endsTheProcess(
  sourceCode: SourceCode,
  { acquisition: { node, resource } }: Obligation,
  { graph }: Solvable,
  cause: Cause,
): boolean {
  if (!resource.lasting && !resource.expires) return false;
  if (cause !== "exception" && cause !== "discarded") return false;
  if (!failsUncaught(sourceCode, node, (handler) => endsIn(sourceCode, handler))) return false;
  return cause === "exception" || !comesToEnd(graph, node);
}

/** One object, by which the answers for a file are kept. */
const noSettings = {};

/** Does the process end in what gets a failure, whatever that is? */
function endsIn(sourceCode: SourceCode, handler: FunctionNode | TSESTree.CatchClause): boolean {
  const knowledge = plainKnowledgeOf(sourceCode, noSettings);
  if (handler.type !== "CatchClause") return endsProcess(handler, knowledge);
  return handler.body.body.some(
    (each) => each.type === "ExpressionStatement" && knowledge.neverReturns(unwrap(each.expression)),
  );
}

/** Does a function come to its end behind a node, if nothing is rejected? */
function comesToEnd(graph: Solvable["graph"], node: TSESTree.Node): boolean {
  const { end, return: returned } = graph.exits;
  return blocksOf(graph, node).some((home) => [end, returned].some((exit) => blocksBefore(exit, graph).has(home)));
}

/**
 * Does a timer end the process when it fires, in a function that ends it as well? It is there for a shutdown that hangs
 * or fails, and goes on when it does.
 */
function isLastResort(
  sourceCode: SourceCode,
  { acquisition: { node, resource } }: Obligation,
  { graph }: Solvable,
): boolean {
  if (!resource.expires || comesToEnd(graph, node)) return false;
  return endsProcess(functionAt(sourceCode, node.arguments[0]), plainKnowledgeOf(sourceCode, noSettings));
}
