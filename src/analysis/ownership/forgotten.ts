import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { isFunction } from "../../ast/functions.ts";
import { outermost } from "../../ast/transparent.ts";
import type { Acquisition } from "../../resources/acquisition.ts";
import type { Resource } from "../../resources/resource.ts";

/**
 * A one-shot that no owner can owe, told by where it stands: nobody keeps its id and nobody waits for it, or it is over
 * before anything else runs. These are most timers, so they are put aside before anything is followed.
 */
export function isForgotten(sourceCode: Readonly<TSESLint.SourceCode>, { node, resource }: Acquisition): boolean {
  if (!resource.expires) return false;
  return (
    isOver(node, resource) ||
    (outermost(node).parent?.type === "ExpressionStatement" && !settlesSomething(sourceCode, node))
  );
}

function isOver({ arguments: given }: Acquisition["node"], { delay }: Resource): boolean {
  const after = delay === undefined ? undefined : given[delay];
  return delay !== undefined && (!after || (after.type === "Literal" && after.value === 0));
}

/** Does it stand inside of a promise executor, or in a file that takes promises apart (`Promise.withResolvers()`)? */
function settlesSomething({ text }: Readonly<TSESLint.SourceCode>, node: TSESTree.Node): boolean {
  for (let at: TSESTree.Node | undefined = node.parent; at; at = at.parent) {
    if (isFunction(at) && at.parent.type === "NewExpression" && at.parent.arguments[0] === at) return true;
  }
  return text.includes("withResolvers");
}
