import type { TSESTree } from "@typescript-eslint/utils";
import { enclosingFunction } from "../../../ast/functions.ts";
import type { SourceCode } from "../../../ast/source-code.ts";
import { outermost } from "../../../ast/transparent.ts";
import { callsOf } from "./runs-once.ts";

/**
 * Does the process end when the function around a node fails? One that is run from the top level of the module, and
 * whose promise nobody has: `main();`, `void (async () => { … })();`.
 */
export function failsUncaught(sourceCode: SourceCode, node: TSESTree.Node): boolean {
  const fn = enclosingFunction(node);
  if (fn.type === "Program") return false;
  const [call, ...more] = callsOf(sourceCode, fn) ?? [];
  return call !== undefined && more.length === 0 && isLeftAlone(call) && enclosingFunction(call).type === "Program";
}

/** Is a promise neither kept nor caught? */
function isLeftAlone(promise: TSESTree.Node): boolean {
  let value = outermost(promise);
  while (value.parent.type === "UnaryExpression" || value.parent.type === "AwaitExpression") value = value.parent;
  if (value.parent.type !== "ExpressionStatement") return false;
  for (let at = value.parent.parent; at; at = at.parent as typeof at) if (at.type === "TryStatement") return false;
  return true;
}
