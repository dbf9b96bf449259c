import type { TSESTree } from "@typescript-eslint/utils";
import type { SourceCode } from "./source-code.ts";
import { childrenOf } from "./children.ts";
import { isFunction } from "./functions.ts";

const known = new WeakMap<TSESTree.Node, readonly TSESTree.Node[]>();

/**
 * Every node of a subtree that runs with it, itself included, in the order of the text: functions are given, but
 * nothing inside of them. The list is kept: thousands of listeners in one function all ask for it.
 */
export function ownNodes(sourceCode: SourceCode, node: TSESTree.Node): readonly TSESTree.Node[] {
  let nodes = known.get(node);
  if (!nodes) known.set(node, (nodes = collect(sourceCode, node)));
  return nodes;
}

function collect(sourceCode: SourceCode, start: TSESTree.Node): TSESTree.Node[] {
  const found: TSESTree.Node[] = [];
  const open = [start];
  for (let node = open.pop(); node; node = open.pop()) {
    found.push(node);
    if (!isFunction(node)) for (const child of childrenOf(sourceCode, node).reverse()) open.push(child);
  }
  return found;
}
