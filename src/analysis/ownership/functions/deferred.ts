import type { TSESTree } from "@typescript-eslint/utils";
import { isFunction, type FunctionNode } from "../../../ast/functions.ts";
import type { GraphRoot } from "../../control-flow/graph.ts";
import { isImmediate } from "../../control-flow/immediate-callback.ts";

/** The activation a node runs in: the nearest function around it that is not a callback that runs now. */
export function activationOf(node: TSESTree.Node): GraphRoot {
  for (let at = node.parent; at; at = at.parent) {
    if (at.type === "Program" || (isFunction(at) && !isImmediate(at))) return at;
  }
  throw new TypeError("a node outside of a program");
}

/**
 * The outermost function inside of `root` that holds `node` and runs later than the code around it; `undefined` when
 * `node` runs as part of `root`'s own graph.
 */
export function findDeferred(node: TSESTree.Node, root: GraphRoot): FunctionNode | undefined {
  let found: FunctionNode | undefined;
  if (node === root) return undefined;
  for (let at = node.parent; at && at !== root; at = at.parent) {
    if (isFunction(at) && !isImmediate(at)) found = at;
  }
  return found;
}
