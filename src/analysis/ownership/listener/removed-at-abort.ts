import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { callGiven, callOf } from "../../../ast/calls.ts";
import { enclosingFunction, isFunction, type FunctionNode } from "../../../ast/functions.ts";
import { memberOf, methodCallOf } from "../../../ast/members.ts";
import { calleeWord, isCallNamed, isMemberNamed } from "../../../ast/names.ts";
import type { SourceCode } from "../../../ast/source-code.ts";
import { isWithin } from "../../../ast/statement-list.ts";
import { takesBack } from "../../../ast/takes-back.ts";
import { outermost, unwrap } from "../../../ast/transparent.ts";
import { nameOfFunction } from "../../../scope/named-function.ts";
import { constantValue, variableOf, type Variable } from "../../../scope/variables.ts";
import { activationOf } from "../functions/deferred.ts";
import { onlyHolder } from "../functions/only-holder.ts";
import { readAbortCall } from "../signals/abort-listener.ts";
import { abortsOf } from "../signals/aborts-of.ts";
import { entryOf } from "./kept-in-list.ts";
import { listensOrIsAtOnce } from "./listener-uses.ts";
import type { Listening } from "./listening.ts";
import { workOf } from "./work-of-listener.ts";

/**
 * Is a listener taken away by nothing but an abort, of the signal that it is on or of another one? So it is where a
 * function makes one signal of many, and its clean-up is called by the listeners alone: whoever has the new signal
 * cannot end it.
 */
export function isRemovedAtAbort(listening: Listening): boolean {
  const { sourceCode, uses } = listening;
  const { root } = listening.owner;
  if (!isFunction(root)) return false;
  const { controllers } = workOf(listening);
  const search: Search = { sourceCode, root, listed: uses.variable, seen: new Set() };
  return (
    !controllers.some((each) => abortsOf(each).some((abort) => isLate(sourceCode, abort))) &&
    controllers.every(({ references }) => references.every(({ init, identifier }) => init || isAsked(identifier))) &&
    uses.removals.every(({ node }) => runsAtAbort(search, node))
  );
}

interface Search {
  readonly sourceCode: SourceCode;
  readonly root: FunctionNode;
  /** The listener, which may stand in a list for its removal. */
  readonly listed: Variable | undefined;
  readonly seen: Set<FunctionNode>;
}

/** `controller.signal`, `controller.abort()`: somebody who has the controller itself can end it. */
function isAsked(identifier: TSESTree.Node): boolean {
  const member = memberOf(identifier);
  return isMemberNamed(member, "signal") || (isMemberNamed(member, "abort") && callOf(member) !== undefined);
}

/** Does a node stand in a function that nothing but an abort calls? */
function runsAtAbort(search: Search, node: TSESTree.Node): boolean {
  const { sourceCode, root, listed, seen } = search;
  const fn = activationOf(node);
  if (!isFunction(fn) || fn === root || !isWithin(fn, root)) return false;
  if (seen.has(fn)) return true;
  seen.add(fn);
  const runs = (each: TSESTree.Node): boolean => runsAtAbort(search, each);
  const name = nameOfFunction(sourceCode, fn) ?? onlyHolder(sourceCode, fn);
  if (name)
    return name.references.every(
      (each) =>
        each.isWriteOnly() ||
        isCompared(each) ||
        (name === listed && entryOf(each.identifier)) ||
        listensOrIsAtOnce(each) ||
        isCalledIn(each.identifier, runs),
    );
  const call = callGiven(fn);
  const list = call && listOf(sourceCode, call);
  if (!call || !list) return call !== undefined && readAbortCall(sourceCode, call, "addEventListener") !== undefined;
  return list.references.every(({ init, identifier }) => init || isPush(identifier) || runs(identifier));
}

/** `unlisten !== null` */
function isCompared({ identifier }: TSESLint.Scope.Reference): boolean {
  return outermost(identifier).parent.type === "BinaryExpression";
}

/** Does a timer that nothing clears abort it: `setTimeout(() => own.abort(), ms)`? */
function isLate(sourceCode: SourceCode, abort: TSESTree.Node): boolean {
  const timer = callGiven(enclosingFunction(abort));
  if (!timer || calleeWord(timer) !== "setTimeout") return false;
  const { parent } = outermost(timer);
  const id = parent.type === "VariableDeclarator" ? parent.id : parent.type === "AssignmentExpression" && parent.left;
  const held = id ? variableOf(sourceCode, id) : undefined;
  return !held?.references.some((each) => takesBack(callGiven(each.identifier)));
}

function isCalledIn(identifier: TSESTree.Node, runs: (node: TSESTree.Node) => boolean): boolean {
  const call = callOf(identifier);
  return call !== undefined && runs(call);
}

/** The local array that a call pushes to. */
function listOf(sourceCode: SourceCode, { callee }: TSESTree.CallExpression): Variable | undefined {
  const method = unwrap(callee);
  const list = isMemberNamed(method, "push") ? unwrap(method.object) : undefined;
  const variable = list && variableOf(sourceCode, list);
  return variable && constantValue(variable)?.type === "ArrayExpression" ? variable : undefined;
}

function isPush(identifier: TSESTree.Node): boolean {
  return isCallNamed(methodCallOf(identifier), "push");
}
