import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { methodCallOf } from "../ast/members.ts";
import { calleeMatches } from "../ast/names.ts";

/** What is put into a list that a variable holds, `signals.push(signal)`, wherever that happens. */
export function addedTo({ references }: TSESLint.Scope.Variable): TSESTree.CallExpressionArgument[] {
  return references.flatMap(({ identifier }) => addedAt(identifier));
}

/** What is put into a list where it is named: `list.push(a, b)`, `set.add(a)`. */
export function addedAt(list: TSESTree.Node): TSESTree.CallExpressionArgument[] {
  const call = methodCallOf(list);
  return call && calleeMatches(call, /^(?:push|unshift|add)$/) ? call.arguments : [];
}
