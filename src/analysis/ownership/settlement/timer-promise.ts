import type { TSESTree } from "@typescript-eslint/utils";
import { callOf } from "../../../ast/calls.ts";
import { promiseOf } from "../../../ast/executor.ts";
import { findExecutor, keptSettlersOf, settlersOf } from "../functions/executor.ts";
import { functionsAround, isFunction, type FunctionNode } from "../../../ast/functions.ts";
import { isMemberNamed } from "../../../ast/names.ts";
import type { SourceCode } from "../../../ast/source-code.ts";
import { isWithin } from "../../../ast/statement-list.ts";
import { unwrap } from "../../../ast/transparent.ts";
import { functionAt } from "../../../scope/named-function.ts";
import { functionOf, readsOf, variableOf, type Variable } from "../../../scope/variables.ts";
import { isUsedIn } from "../functions/used-in.ts";
import { settlesByEntry } from "./settled-by-entry.ts";

/** A promise that a timer settles when it fires. */
export interface TimedPromise {
  readonly timer: TSESTree.CallExpression;
  /** The expression that makes the promise. */
  readonly promise: TSESTree.Node;
  /** The function that starts the timer, with all that may settle the promise: the executor, where there is one. */
  readonly executor: FunctionNode;
  /** The resolve and the reject, as far as they are variables. */
  readonly settlers: readonly Variable[];
  /** Those of them that reject, unless that is the second. */
  readonly rejecting?: readonly Variable[];
  /** Where what settles the promise is named, unless that is each read of these variables. */
  readonly named?: readonly TSESTree.Node[];
  /** What the timer calls, where it is written in its call; otherwise a function of the file by name. */
  readonly callback: TSESTree.Node;
}

/** The same for one that is made by `new Promise(…)`, in whose executor the timer is started. */
export interface TimerPromise extends TimedPromise {
  readonly promise: TSESTree.NewExpression;
}

/**
 * The promise whose executor starts a timer that settles it: `new Promise((_, reject) => setTimeout(reject, ms))`.
 *
 * @returns `undefined` for a timer that does something else when it fires, and where the executor takes its functions
 *   apart or overwrites them
 */
export function findTimerPromise(sourceCode: SourceCode, timer: TSESTree.CallExpression): TimerPromise | undefined {
  const executor = findExecutor(timer);
  const promise = executor && promiseOf(executor);
  const callback = timer.arguments[0];
  if (!executor || !promise || !callback) return undefined;
  const settlers = settlersOf(sourceCode, executor);
  if (!settlers) return undefined;
  const all = [...settlers, ...keptSettlersOf(sourceCode, settlers)];
  // Who calls the function around makes another promise.
  const others = new Set(functionsAround(promise));
  const isSettling =
    settles(sourceCode, callback, { settlers: all, others }) ||
    settlesByArgument(sourceCode, timer, all) ||
    settlesByEntry(sourceCode, callback, settlers);
  return isSettling ? { timer, promise, executor, settlers, callback } : undefined;
}

/** Is a node part of what a timer does when it fires, or given to that: `setTimeout((fail) => fail(), ms, reject)`? */
export function isOfTimer(node: TSESTree.Node, { timer, callback }: Pick<TimerPromise, "timer" | "callback">): boolean {
  const given = timer.arguments[0] === callback ? timer.arguments.slice(2) : [];
  return [callback, ...given].some((each) => isWithin(node, each));
}

/** Does a callback call what the timer gives it of these functions: `setTimeout((fail) => fail(), ms, reject)`? */
function settlesByArgument(
  sourceCode: SourceCode,
  { arguments: [callback, , ...given] }: TSESTree.CallExpression,
  settlers: readonly Variable[],
): boolean {
  const fn = callback && given.length > 0 ? functionAt(sourceCode, callback) : undefined;
  return given.some((each, i) => {
    const settler = variableOf(sourceCode, each);
    const parameter = variableOf(sourceCode, fn?.params[i]);
    if (!settler || !parameter || !settlers.includes(settler)) return false;
    return readsOf(parameter).some((read) => callOf(read) !== undefined);
  });
}

interface Settlers {
  readonly settlers: readonly Variable[];
  /** Functions in which the names of these are no use of them. */
  readonly others: ReadonlySet<FunctionNode>;
}

/** Is a callback one of these functions, or does it call one of them, through local functions too? */
function settles(sourceCode: SourceCode, callback: TSESTree.Node, asked: Settlers): boolean {
  const { settlers, others } = asked;
  const node = unwrap(callback);
  if (isFunction(node)) return isUsedIn(sourceCode, node, settlers, new Set(others));
  if (node.type === "CallExpression") {
    const callee = unwrap(node.callee);
    return isMemberNamed(callee, "bind") ? settles(sourceCode, callee.object, asked) : false;
  }
  const variable = variableOf(sourceCode, node);
  if (!variable) return false;
  if (settlers.includes(variable)) return true;
  const fn = functionOf(variable);
  return fn !== undefined && isUsedIn(sourceCode, fn, settlers, new Set(others));
}
