import type { TSESTree } from "@typescript-eslint/utils";
import { callGiven, callOf } from "../../../ast/calls.ts";
import { isFunction, type FunctionNode } from "../../../ast/functions.ts";
import type { SourceCode } from "../../../ast/source-code.ts";
import { isWithin } from "../../../ast/statement-list.ts";
import { outermost } from "../../../ast/transparent.ts";
import { functionAt, nameOfFunction } from "../../../scope/named-function.ts";
import { isConstant, readsOf, variableOf, type Variable } from "../../../scope/variables.ts";
import { isImmediate } from "../../control-flow/immediate-callback.ts";
import { goesNowhere, type TimerId } from "./timer-id.ts";
import { isOfTimer, type TimedPromise } from "./timer-promise.ts";

/** A place where a timer is started or cleared, its promise settled, or a function named in which that happens. */
export interface SettlingUse {
  readonly node: TSESTree.Node;
  readonly kind: "timer" | "clear" | "settler" | "function";
  /** The function that is named. */
  readonly fn?: FunctionNode;
}

/**
 * Where the functions of a file settle the promise of a timer or clear the timer, each with what stands in its own
 * code. What the timer itself calls is left out, and what the executor returns, which nobody gets.
 */
export function findSettlingUses(
  sourceCode: SourceCode,
  promise: TimedPromise,
  id: TimerId,
): ReadonlyMap<FunctionNode, readonly SettlingUse[]> {
  const { settlers, named, timer, executor } = promise;
  const uses = new Map<FunctionNode, SettlingUse[]>();
  const add = (use: SettlingUse): void => {
    if (isOfTimer(use.node, promise)) return;
    if (use.kind !== "timer" && goesNowhere(sourceCode, use.node, executor)) return;
    const fn = functionAround(use.node);
    if (!fn) return;
    const known = uses.get(fn);
    if (known) return void known.push(use);
    uses.set(fn, [use]);
    if (fn === executor) return;
    const name = nameOfFunction(sourceCode, fn);
    if (!name) for (const node of [fn, ...callsByVariable(sourceCode, fn)]) add({ node, kind: "function", fn });
    for (const node of readsOf(name)) add({ node, kind: "function", fn });
  };
  for (const node of named ?? settlerReads(sourceCode, settlers, executor)) add({ node, kind: "settler" });
  for (const call of id.fate === "kept" ? id.clears : []) add({ node: call, kind: "clear" });
  add({ node: timer, kind: "timer" });
  return uses;
}

/**
 * Where the functions of an executor are named, or the parameter of a function in it that is given one: what
 * `const after = (next) => (value) => { clearTimeout(id); next(value); }` does with `resolve` stands there.
 */
function settlerReads(
  sourceCode: SourceCode,
  settlers: readonly Variable[],
  executor: FunctionNode,
): ReadonlySet<TSESTree.Node> {
  const found = new Set<TSESTree.Node>();
  const asked = new Set(settlers);
  for (const variable of asked)
    for (const read of readsOf(variable)) {
      const parameter = parameterGiven(sourceCode, read, executor);
      if (parameter) asked.add(parameter);
      else found.add(read);
    }
  return found;
}

/** The parameter that a value is given for, by a call of a function that is written in the executor. */
function parameterGiven(sourceCode: SourceCode, value: TSESTree.Node, executor: FunctionNode): Variable | undefined {
  const call = callGiven(value);
  const fn = call && functionAt(sourceCode, call.callee);
  if (!fn || fn === executor || !isWithin(fn, executor)) return undefined;
  const variable = variableOf(sourceCode, fn.params[call.arguments.indexOf(outermost(value) as never)]);
  return variable && isConstant(variable) ? variable : undefined;
}

/** Where a variable is called that is given the function, among others: `cancel = () => { … }`. */
function callsByVariable(sourceCode: SourceCode, fn: FunctionNode): TSESTree.Node[] {
  const { parent } = outermost(fn);
  const variable = parent.type === "AssignmentExpression" ? variableOf(sourceCode, parent.left) : undefined;
  return variable?.references.flatMap(({ identifier }) => (callOf(identifier) ? identifier : [])) ?? [];
}

/** The function a node runs in: callbacks that run now belong to the code around them, executors here do not. */
export function functionAround(node: TSESTree.Node): FunctionNode | undefined {
  for (let at = node.parent; at; at = at.parent) {
    if (isFunction(at) && (!isImmediate(at) || at.parent.type === "NewExpression")) return at;
  }
  return undefined;
}
