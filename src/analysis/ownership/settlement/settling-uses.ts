import type { TSESTree } from "@typescript-eslint/utils";
import { callOf } from "../../../ast/calls.ts";
import { isFunction, type FunctionNode } from "../../../ast/functions.ts";
import type { SourceCode } from "../../../ast/source-code.ts";
import { outermost } from "../../../ast/transparent.ts";
import { nameOfFunction } from "../../../scope/named-function.ts";
import { readsOf, variableOf } from "../../../scope/variables.ts";
import { isImmediate } from "../../control-flow/immediate-callback.ts";
import { goesNowhere, type TimerId } from "./timer-id.ts";
import { isOfTimer, type TimerPromise } from "./timer-promise.ts";

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
  promise: TimerPromise,
  id: TimerId,
): ReadonlyMap<FunctionNode, readonly SettlingUse[]> {
  const { settlers, timer, executor } = promise;
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
  for (const node of settlers.flatMap(readsOf)) add({ node, kind: "settler" });
  for (const call of id.fate === "kept" ? id.clears : []) add({ node: call, kind: "clear" });
  add({ node: timer, kind: "timer" });
  return uses;
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
