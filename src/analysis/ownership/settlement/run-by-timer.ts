import type { TSESTree } from "@typescript-eslint/utils";
import { callGiven } from "../../../ast/calls.ts";
import { isFunction, type FunctionNode } from "../../../ast/functions.ts";
import { calleeWord } from "../../../ast/names.ts";
import type { SourceCode } from "../../../ast/source-code.ts";
import { isWithin } from "../../../ast/statement-list.ts";
import { unwrap } from "../../../ast/transparent.ts";
import { functionAt, nameOfFunction } from "../../../scope/named-function.ts";
import { functionOf, readsOf, type Variable } from "../../../scope/variables.ts";
import { variablesUsedIn } from "../functions/used-in.ts";

/**
 * The functions that run only when a timer fires: its callback, and those that nothing but these names. None where the
 * callback has a name by which others call it.
 *
 * @param callback the argument of the timer
 */
export function runByTimer(sourceCode: SourceCode, callback: TSESTree.Node): ReadonlySet<FunctionNode> {
  const bodies = new Set<FunctionNode>();
  const fn = functionAt(sourceCode, callback);
  const isNamedIn = (read: TSESTree.Node): boolean => [...bodies].some((body) => isWithin(read, body));
  const isLocal = (name: Variable | undefined, own: FunctionNode, accepts: (read: TSESTree.Node) => boolean): boolean =>
    readsOf(name).every((read) => isWithin(read, own) || accepts(read));
  const isInline = isFunction(unwrap(callback));
  if (fn && (isInline || isLocal(nameOfFunction(sourceCode, fn), fn, (read) => isGivenToAlike(read, callback))))
    bodies.add(fn);
  for (const body of bodies) {
    for (const variable of variablesUsedIn(sourceCode, body)) {
      const called = functionOf(variable);
      if (called && isLocal(variable, called, isNamedIn)) bodies.add(called);
    }
  }
  return bodies;
}

/** Is it the callback of such a timer, started at another place? */
function isGivenToAlike(read: TSESTree.Node, callback: TSESTree.Node): boolean {
  const [call, timer] = [callGiven(read), callGiven(callback)];
  if (!call || !timer || !isWithin(read, call.arguments[0]!)) return false;
  return calleeWord(call) === calleeWord(timer);
}
