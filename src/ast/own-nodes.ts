import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { isFunction } from "./functions.ts";

const known = new WeakMap<TSESTree.Node, readonly TSESTree.Node[]>();

/**
 * Every node of a subtree that runs with it, itself included, in the order of the text: functions are given, but nothing
 * inside of them. The list is kept: thousands of listeners in one function all ask for it.
 */
export function ownNodes(sourceCode: Readonly<TSESLint.SourceCode>, node: TSESTree.Node): readonly TSESTree.Node[] {
  let nodes = known.get(node);
  if (!nodes) known.set(node, (nodes = collect(sourceCode, node)));
  return nodes;
}

function collect({ visitorKeys }: Readonly<TSESLint.SourceCode>, start: TSESTree.Node): TSESTree.Node[] {
  const found: TSESTree.Node[] = [];
  const open = [start];
  for (let node = open.pop(); node; node = open.pop()) {
    found.push(node);
    if (isFunction(node)) continue;
    for (const key of [...(visitorKeys[node.type] ?? [])].reverse()) {
      const child = node[key as keyof TSESTree.Node] as unknown as TSESTree.Node | (TSESTree.Node | null)[] | null;
      for (const each of Array.isArray(child) ? [...child].reverse() : [child]) if (each) open.push(each);
    }
  }
  return found;
}
