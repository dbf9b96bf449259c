import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { callGiven } from "../ast/calls.ts";
import { isFunction } from "../ast/functions.ts";
import { methodCallOf } from "../ast/members.ts";
import { calleeMatches, isCallNamed, isMemberOf } from "../ast/names.ts";
import { outermost, unwrap } from "../ast/transparent.ts";

/** What is put into a list that a variable holds, `signals.push(signal)`, wherever that happens. */
export function addedTo({ references }: TSESLint.Scope.Variable): TSESTree.CallExpressionArgument[] {
  return references.flatMap(({ identifier }) => addedAt(identifier));
}

/** What is put into a list where it is named: `list.push(a, b)`, `set.add(a)`. */
export function addedAt(list: TSESTree.Node): TSESTree.CallExpressionArgument[] {
  const call = methodCallOf(list);
  return call && calleeMatches(call, /^(?:push|unshift|add)$/) ? call.arguments : [];
}

/** The name or pattern that stands for each element where something goes through a list, `for (const each of list)`. */
export function elementAt(list: TSESTree.Node): TSESTree.Node | undefined {
  const { parent } = outermost(list);
  if (parent.type === "ForOfStatement" && parent.left.type === "VariableDeclaration")
    return parent.left.declarations[0]?.id;
  const call = methodCallOf(list);
  const fn = isCallNamed(call, "forEach") ? call.arguments[0] : undefined;
  return isFunction(fn) ? fn.params[0] : undefined;
}

/** A list, or the copy of it that is made where it is named: `[...list]`, `Array.from(list)`. */
export function copyOf(list: TSESTree.Node): TSESTree.Node {
  const { parent } = outermost(list);
  if (parent.type === "SpreadElement" && parent.parent.type === "ArrayExpression")
    return parent.parent.elements.length === 1 ? parent.parent : list;
  const call = callGiven(list);
  const isCopied =
    call?.arguments.length === 1 && isCallNamed(call, "from") && isMemberOf(unwrap(call.callee), "Array");
  return isCopied ? call : list;
}
