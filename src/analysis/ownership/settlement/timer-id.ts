import type { TSESTree } from "@typescript-eslint/utils";
import { isOnlyTested } from "../../../ast/tested.ts";
import { isDiscarded } from "../../../ast/discarded.ts";
import { callOf } from "../../../ast/calls.ts";
import { enclosingFunction, isFunction } from "../../../ast/functions.ts";
import { calleeMatches, memberName } from "../../../ast/names.ts";
import type { SourceCode } from "../../../ast/source-code.ts";
import { isWithin } from "../../../ast/statement-list.ts";
import { outermost } from "../../../ast/transparent.ts";
import { nameOfFunction } from "../../../scope/named-function.ts";
import { readsOf, type Variable, variableOf } from "../../../scope/variables.ts";
import type { TimerPromise } from "./timer-promise.ts";

/** What becomes of the id of a timer that settles a promise. */
export type TimerId =
  /** Nobody keeps it. */
  | { readonly fate: "dropped" }
  /** A variable holds it, and nothing is done with that but to clear and to test it. */
  | { readonly fate: "kept"; readonly variable: Variable; readonly clears: readonly TSESTree.CallExpression[] }
  /** Somebody else has it, or it keeps nothing alive (`unref`). */
  | { readonly fate: "gone" };

const gone: TimerId = { fate: "gone" };

/**
 * Where the id of a timer goes. What its own callback does with it does not count: the timer has fired by then. Without
 * an executor, the result of a function is somebody's.
 */
export function readTimerId(
  sourceCode: SourceCode,
  { timer, executor, callback }: Pick<TimerPromise, "timer" | "callback"> & Partial<Pick<TimerPromise, "executor">>,
): TimerId {
  const isLost = (node: TSESTree.Node): boolean => executor !== undefined && goesNowhere(sourceCode, node, executor);
  const value = valueAround(timer);
  const { parent } = value;
  if (parent?.type === "VariableDeclarator" && parent.id.type === "Identifier")
    return readVariable(variableOf(sourceCode, parent.id), callback, isLost);
  if (parent?.type === "AssignmentExpression" && parent.right === value && parent.left.type === "Identifier")
    return isDropped(parent, executor) ? readVariable(variableOf(sourceCode, parent.left), callback, isLost) : gone;
  return isDropped(value, executor) ? { fate: "dropped" } : gone;
}

/** The expression that has the timer's id as its value, perhaps on a condition only. */
export function valueAround(timer: TSESTree.Node): TSESTree.Node {
  let value = outermost(timer);
  for (;;) {
    const { parent } = value;
    const isPart =
      (parent.type === "ConditionalExpression" && parent.test !== value) ||
      (parent.type === "LogicalExpression" && parent.right === value);
    if (!isPart) return value;
    value = outermost(parent);
  }
}

/** Does nobody get the value of this expression? What an executor returns goes nowhere. */
function isDropped(value: TSESTree.Node, executor: TSESTree.Node | undefined): boolean {
  return isDiscarded(value) || (executor !== undefined && isReturnedBy(value, executor));
}

function isReturnedBy(value: TSESTree.Node, executor: TSESTree.Node): boolean {
  const { parent } = value;
  return parent === executor || (parent?.type === "ReturnStatement" && enclosingFunction(parent) === executor);
}

/** Is it only returned by the executor, or does it stand in a function that is: `return () => clearTimeout(timer)`? */
export function goesNowhere(sourceCode: SourceCode, node: TSESTree.Node, executor: TSESTree.Node): boolean {
  if (isReturnedBy(outermost(node), executor)) return true;
  const fn = enclosingFunction(node);
  if (!isFunction(fn) || !isWithin(fn, executor) || fn === executor) return false;
  const reads = readsOf(nameOfFunction(sourceCode, fn));
  if (reads.length > 0) return reads.every((read) => isReturnedBy(outermost(read), executor));
  return goesNowhere(sourceCode, fn, executor);
}

function readVariable(
  variable: Variable | undefined,
  callback: TSESTree.Node,
  isLost: (node: TSESTree.Node) => boolean,
): TimerId {
  if (!variable) return gone;
  const clears: TSESTree.CallExpression[] = [];
  for (const read of readsOf(variable)) {
    if (isWithin(read, callback) || isLost(read)) continue;
    const use = readUse(read);
    if (use === "other") return gone;
    if (use !== "test") clears.push(use);
  }
  return { fate: "kept", variable, clears };
}

/** A call that clears the timer; a test of the id; anything else. */
export function readUse(identifier: TSESTree.Node): TSESTree.CallExpression | "test" | "other" {
  const value = outermost(identifier);
  const { parent } = value;
  switch (parent.type) {
    case "CallExpression":
      return parent.arguments[0] === value && isClear(parent) ? parent : "other";
    case "MemberExpression":
      return readMember(parent);
    default:
      return isOnlyTested(value) ? "test" : "other";
  }
}

function isClear(call: TSESTree.CallExpression): boolean {
  return calleeMatches(call, /^clear(?:Timeout|Interval)$/);
}

/** `t.refresh()` leaves it running, `t.close()` stops it; `t.unref` and all else is not followed. */
function readMember(member: TSESTree.MemberExpression): TSESTree.CallExpression | "test" | "other" {
  const name = memberName(member);
  if (name === "refresh" || name === "hasRef" || name === "ref") return "test";
  return (name === "close" && callOf(member)) || "other";
}
