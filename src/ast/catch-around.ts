import type { TSESTree } from "@typescript-eslint/utils";
import { isFunction } from "./functions.ts";

/** The `catch` that gets what is thrown at a node first; `undefined` where that leaves its function, or the module. */
export function catchAround(node: TSESTree.Node): TSESTree.CatchClause | undefined {
  for (let at: TSESTree.Node | undefined = node; at && !isFunction(at); at = at.parent)
    if (at.parent?.type === "TryStatement" && at.parent.block === at && at.parent.handler) return at.parent.handler;
  return undefined;
}
