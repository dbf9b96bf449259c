import type { TSESTree } from "@typescript-eslint/utils";
import { isDiscarded } from "../../ast/discarded.ts";
import { callGiven } from "../../ast/calls.ts";
import { isFunction } from "../../ast/functions.ts";
import { memberOf } from "../../ast/members.ts";
import {
  calleeWord,
  isMemberOf,
  isNewController,
  isPropertyNamed,
  isReaction,
  memberMatches,
  memberName,
} from "../../ast/names.ts";
import type { SourceCode } from "../../ast/source-code.ts";
import { outermost, unwrap } from "../../ast/transparent.ts";
import { abortedBy } from "../../resources/aborted-by.ts";
import { constantValue, isConstant, readsOf, variableOf, type Variable } from "../../scope/variables.ts";
import type { GraphRoot } from "../control-flow/graph.ts";
import { isBrief } from "./outcomes/brief.ts";
import { leakOf, type Claim, type Claimant } from "./tracing/claim.ts";
import { activationOf } from "./functions/deferred.ts";
import { destinyOf } from "./outcomes/promise-destiny.ts";
import { isRemark } from "./settlement/remark.ts";

/**
 * A one-shot whose id nobody has, and that does nothing but abort a controller of its own function, is a deadline for
 * what the function waits for. When that has settled there is nothing left to abort, and the timer goes on for nothing.
 *
 * It does not see: a controller that leaves the function, and work that is returned rather than awaited, unless the
 * function reacts to it: `return fetch(url, { signal }).then(…)`.
 */
export const claimForDeadline: Claimant = ({ sourceCode }, { obligation }): Claim | undefined => {
  const { acquisition } = obligation;
  const { node, resource } = acquisition;
  if (!resource.expires || !isLost(sourceCode, node)) return undefined;
  if (isBrief(sourceCode, acquisition)) return undefined;
  const controller = findAborted(sourceCode, node);
  if (!controller || !isSpentInside(sourceCode, controller)) return undefined;
  return { obligations: [], leaks: [leakOf(obligation, { cause: "discarded" })] };
};

/** Is the id dropped, or kept in a variable that nobody reads? */
function isLost(sourceCode: SourceCode, timer: TSESTree.Node): boolean {
  if (isDiscarded(timer)) return true;
  const { parent } = outermost(timer);
  const variable = parent.type === "VariableDeclarator" ? variableOf(sourceCode, parent.id) : undefined;
  return variable !== undefined && readsOf(variable).length === 0;
}

/** The controller, made in the same function, that the callback of a timer aborts, and does no more but to note it. */
export function findAborted(
  sourceCode: SourceCode,
  timer: TSESTree.CallExpression | TSESTree.NewExpression,
): Variable | undefined {
  const abort = abortIn(timer.arguments[0]);
  const variable = abort && abortedBy(sourceCode, abort);
  const made = constantValue(variable);
  const isOwn = isNewController(made);
  return isOwn && activationOf(made) === activationOf(timer) ? variable : undefined;
}

/** What a callback calls, where it does no more but to note it: `controller.abort`. */
function abortIn(callback: TSESTree.Node | undefined): TSESTree.Expression | undefined {
  if (!isFunction(callback)) return undefined;
  const { body } = callback;
  const statements = body.type === "BlockStatement" ? body.body.filter((each) => !isRemark(each)) : [];
  const [done, ...more] = body.type === "BlockStatement" ? statements.map(valueOf) : [body];
  const call = done && unwrap(done);
  return call?.type === "CallExpression" && more.length === 0 ? call.callee : undefined;
}

/** The expression that a statement consists of; itself where it is more. */
function valueOf(statement: TSESTree.Statement): TSESTree.Node {
  if (statement.type === "ReturnStatement") return statement.argument ?? statement;
  return statement.type === "ExpressionStatement" ? statement.expression : statement;
}

/** Is the signal given to work alone that the function waits for, and the controller to nobody? */
function isSpentInside(sourceCode: SourceCode, controller: Variable): boolean {
  const root = activationOf(controller.defs[0]!.node);
  const uses = readsOf(controller).flatMap((each) => usesOf({ sourceCode, root }, each));
  return uses.includes("work") && !uses.includes("other");
}

type SignalUse = "work" | "read" | "other";

interface Spending {
  readonly sourceCode: SourceCode;
  /** The function that makes the controller. */
  readonly root: GraphRoot;
}

function usesOf(spending: Spending, controller: TSESTree.Node): readonly SignalUse[] {
  const { parent } = outermost(controller);
  if (parent.type === "VariableDeclarator") return usesOfTaken(spending, parent.id);
  const member = memberOf(controller);
  if (!member) return ["other"];
  const name = memberName(member);
  if (name === "abort") return ["read"];
  return name === "signal" ? usesOfSignal(spending, member) : ["other"];
}

/** `const { signal } = controller` */
function usesOfTaken(spending: Spending, target: TSESTree.Node): readonly SignalUse[] {
  const [taken, ...more] = target.type === "ObjectPattern" ? target.properties : [];
  const isSignal = isPropertyNamed(taken, "signal") && more.length === 0;
  return isSignal ? usesOfConstant(spending, taken.value) : ["other"];
}

/** What is done with a signal, or with the options or the signal of more than one that it is put into. */
function usesOfSignal(spending: Spending, signal: TSESTree.Node): readonly SignalUse[] {
  const value = outermost(signal);
  const { parent } = value;
  switch (parent.type) {
    case "MemberExpression":
      return [memberMatches(parent, /^(?:aborted|reason|throwIfAborted)$/) ? "read" : "other"];
    case "VariableDeclarator":
      return usesOfConstant(spending, parent.id);
    case "Property":
    case "ArrayExpression":
      return usesOfSignal(spending, parent.type === "Property" ? parent.parent : parent);
    case "ConditionalExpression":
    case "LogicalExpression":
      return usesOfSignal(spending, parent);
    default: {
      const call = callGiven(value);
      if (!call) return ["other"];
      const isMerged = isMemberOf(call.callee, "AbortSignal") && calleeWord(call) === "any";
      return isMerged ? usesOfSignal(spending, call) : [isWaitedFor(spending, call) ? "work" : "other"];
    }
  }
}

function usesOfConstant(spending: Spending, target: TSESTree.Node): readonly SignalUse[] {
  const variable = variableOf(spending.sourceCode, target);
  const end = variable?.defs[0]?.node.range[1] ?? Infinity;
  if (!variable || !isConstant(variable)) return ["other"];
  // What names itself where it is made would be followed without end.
  return readsOf(variable).flatMap((each) => (each.range[0] > end ? usesOfSignal(spending, each) : "other"));
}

/**
 * Does the function itself wait for what a call gives, or return it with a reaction of its own? It does so too where a
 * reaction in what it waits for gives that: `await ready.then(() => work(signal))`.
 */
function isWaitedFor(spending: Spending, call: TSESTree.CallExpression): boolean {
  const { sourceCode, root } = spending;
  const around = activationOf(call);
  if (around !== root) {
    const reaction = isFunction(around) ? callGiven(around) : undefined;
    if (!reaction || !isReaction(reaction) || destinyOf(sourceCode, call, around).kind !== "returned") return false;
    return isWaitedFor(spending, reaction);
  }
  const { kind } = destinyOf(sourceCode, call, root);
  return kind === "awaited" || (kind === "returned" && outermost(call).parent.type === "MemberExpression");
}
