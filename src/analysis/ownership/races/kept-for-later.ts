import type { TSESTree } from "@typescript-eslint/utils";
import { isFunction, type FunctionNode } from "../../../ast/functions.ts";
import { calleeMatches, isNewPromise } from "../../../ast/names.ts";
import type { SourceCode } from "../../../ast/source-code.ts";
import { isWithin } from "../../../ast/statement-list.ts";
import { nameOfFunction } from "../../../scope/named-function.ts";
import { readsOf } from "../../../scope/variables.ts";
import { isEndEvent } from "./once-ended.ts";

/**
 * `new Promise((resolve) => { stop = resolve; })`, or one that a listener for an end settles: whoever settles it does
 * so some day. Not one that a timer settles, nor one whose executor starts the work itself.
 */
export function isKeptForLater(sourceCode: SourceCode, value: TSESTree.Node): boolean {
  if (!isNewPromise(value)) return false;
  const [executor] = value.arguments;
  if (!isFunction(executor)) return false;
  return sourceCode
    .getDeclaredVariables(executor)
    .some(({ references }) => references.some(({ identifier }) => isLeft(sourceCode, identifier, executor)));
}

/** Is a settler, or a function that calls it, stored in a variable of others, or given to a listener for an end? */
function isLeft(sourceCode: SourceCode, settler: TSESTree.Node, executor: FunctionNode): boolean {
  for (let at = settler; at !== executor && at.parent; at = at.parent) {
    const { parent } = at;
    if (parent.type === "AssignmentExpression") return parent.right === at && (at === settler || isFunction(at));
    if (parent.type === "CallExpression" && parent.callee !== at) return listensForEnd(parent);
    if (isFunction(at)) {
      const uses = readsOf(nameOfFunction(sourceCode, at)).filter((use) => !isWithin(use, at));
      if (uses.some((use) => isLeft(sourceCode, use, executor))) return true;
    }
  }
  return false;
}

function listensForEnd(call: TSESTree.CallExpression): boolean {
  const [event] = call.arguments;
  return calleeMatches(call, /^(?:addEventListener|once|on)$/) && event !== undefined && isEndEvent(event);
}
