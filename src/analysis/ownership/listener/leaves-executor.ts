import type { TSESTree } from "@typescript-eslint/utils";
import type { FunctionNode } from "../../../ast/functions.ts";

/** Is a function call, or the `return` behind it, the way out of the executor: nothing but a `return` comes next? */
export function leavesAt(node: TSESTree.Node, executor: FunctionNode): boolean {
  let at = node;
  while (at.parent && !/Statement$/.test(at.type)) at = at.parent;
  if (at.type === "ReturnStatement") return true;
  const { parent } = at;
  if (parent?.type !== "BlockStatement" || parent === executor.body) return false;
  return parent.body[parent.body.indexOf(at as TSESTree.Statement) + 1]?.type === "ReturnStatement";
}
