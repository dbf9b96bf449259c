import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { callOf } from "../ast/calls.ts";
import { memberMatches } from "../ast/names.ts";
import { outermost } from "../ast/transparent.ts";

/** What is put into a list that a variable holds, `signals.push(signal)`, wherever that happens. */
export function addedTo({ references }: TSESLint.Scope.Variable): TSESTree.CallExpressionArgument[] {
  return references.flatMap(({ identifier }) => addedAt(identifier));
}

/** What is put into a list where it is named: `list.push(a, b)`, `set.add(a)`. */
export function addedAt(list: TSESTree.Node): TSESTree.CallExpressionArgument[] {
  const object = outermost(list);
  const { parent } = object;
  const isAdd =
    parent.type === "MemberExpression" && parent.object === object && memberMatches(parent, /^(?:push|unshift|add)$/);
  return (isAdd && callOf(parent)?.arguments) || [];
}
