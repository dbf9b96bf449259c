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
  const search: Search = { sourceCode, executor, asked: new Set() };
  return sourceCode
    .getDeclaredVariables(executor)
    .some(({ references }) => references.some(({ identifier }) => isLeft(search, identifier)));
}

interface Search {
  readonly sourceCode: SourceCode;
  readonly executor: FunctionNode;
  /** The functions whose uses were looked at. */
  readonly asked: Set<FunctionNode>;
}

/** Is a settler, or a function that calls it, stored in a variable of others, or given to a listener for an end? */
function isLeft(search: Search, settler: TSESTree.Node): boolean {
  for (let at = settler; at !== search.executor && at.parent; at = at.parent) {
    const { parent } = at;
    if (parent.type === "AssignmentExpression") return parent.right === at && (at === settler || isFunction(at));
    if (parent.type === "CallExpression" && parent.callee !== at) return listensForEnd(parent);
    if (isFunction(at) && isLeftByName(search, at)) return true;
  }
  return false;
}

/** Is one of the uses of a named function, outside of it, what `isLeft` asks for? */
function isLeftByName(search: Search, fn: FunctionNode): boolean {
  if (search.asked.has(fn)) return false;
  search.asked.add(fn);
  const uses = readsOf(nameOfFunction(search.sourceCode, fn));
  return uses.some((use) => !isWithin(use, fn) && isLeft(search, use));
}

function listensForEnd(call: TSESTree.CallExpression): boolean {
  const [event] = call.arguments;
  return calleeMatches(call, /^(?:addEventListener|once|on)$/) && event !== undefined && isEndEvent(event);
}
