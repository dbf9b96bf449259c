import type { TSESTree } from "@typescript-eslint/utils";
import { callGiven } from "../../ast/calls.ts";
import { enclosingFunction, isFunction } from "../../ast/functions.ts";
import { isCallNamed, isReaction } from "../../ast/names.ts";
import type { SourceCode } from "../../ast/source-code.ts";
import { unwrap } from "../../ast/transparent.ts";
import { runsIn } from "../../analysis/control-flow/immediate-callback.ts";
import { promiseSort } from "../../analysis/ownership/outcomes/promise-valued.ts";
import { nameOfFunction } from "../../scope/named-function.ts";
import { readsOf } from "../../scope/variables.ts";

/**
 * May code run before a name is declared that is seen there? What uses the name then throws. A function runs wherever
 * its name stands, called or given away, and one without a name where it is written: who gets it may call back at once.
 *
 * @param id the name, in its declaration
 */
export function runsBeforeDeclared(sourceCode: SourceCode, node: TSESTree.Node, id: TSESTree.Node): boolean {
  if (isHoisted(id)) return false;
  const home = enclosingFunction(id);
  const queue = [node];
  const seen = new Set<TSESTree.Node>();
  for (const each of queue) {
    if (isCalledLater(sourceCode, each)) continue;
    if (runsIn(each, home)) {
      if (each.range[0] < id.range[0]) return true;
      continue;
    }
    const fn = enclosingFunction(each);
    if (!isFunction(fn) || seen.has(fn)) continue;
    seen.add(fn);
    const name = nameOfFunction(sourceCode, fn);
    queue.push(...(name ? readsOf(name) : [fn]));
  }
  return false;
}

/** A `var` is there from the beginning of its function. */
function isHoisted({ parent: declarator }: TSESTree.Node): boolean {
  return declarator?.parent?.type === "VariableDeclaration" && declarator.parent.kind === "var";
}

const laters = /^(?:set(?:Timeout|Interval|Immediate)|requestAnimationFrame|queueMicrotask|nextTick)$/;

/** Is a function given to what surely does not call back at once: a timer, or a reaction of a real promise? */
function isCalledLater(sourceCode: SourceCode, fn: TSESTree.Node): boolean {
  const call = callGiven(fn);
  const callee = call && unwrap(call.callee);
  if (callee?.type !== "MemberExpression" || !isReaction(call!)) return isCallNamed(call, laters);
  return promiseSort(sourceCode, callee.object) === "native";
}
