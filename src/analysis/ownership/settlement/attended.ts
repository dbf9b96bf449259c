import type { TSESTree } from "@typescript-eslint/utils";
import { callOf } from "../../../ast/calls.ts";
import { isFunction } from "../../../ast/functions.ts";
import { methodCallOf } from "../../../ast/members.ts";
import { isMemberNamed, isReaction } from "../../../ast/names.ts";
import type { SourceCode } from "../../../ast/source-code.ts";
import { outermost } from "../../../ast/transparent.ts";
import { readsOf, variableOf } from "../../../scope/variables.ts";

/**
 * Does nobody get the promises of a list here, since each is only given a reaction: `list.forEach((p) => p.catch(…))`,
 * `for (const p of list) p.catch(…)`?
 */
export function isOnlyAttended(sourceCode: SourceCode, list: TSESTree.Node): boolean {
  const { parent } = outermost(list);
  if (parent.type === "ForOfStatement")
    return parent.left.type === "VariableDeclaration" && hasOnlyReactions(sourceCode, parent.left.declarations[0].id);
  if (!isMemberNamed(parent, "forEach")) return false;
  const [each] = callOf(parent)?.arguments ?? [];
  return isFunction(each) && each.params.length === 1 && hasOnlyReactions(sourceCode, each.params[0]);
}

function hasOnlyReactions(sourceCode: SourceCode, name: TSESTree.Node | undefined): boolean {
  const variable = variableOf(sourceCode, name);
  return variable !== undefined && readsOf(variable).every(isReactedTo);
}

function isReactedTo(promise: TSESTree.Node): boolean {
  const call = methodCallOf(promise);
  const use = call && outermost(call).parent.type;
  return call !== undefined && isReaction(call) && (use === "ExpressionStatement" || use === "ArrowFunctionExpression");
}
