import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { isFunction } from "./functions.ts";

/** Every node of a subtree that runs with it, itself included: functions are given, but nothing inside of them. */
export function* ownNodes(
  sourceCode: Readonly<TSESLint.SourceCode>,
  node: TSESTree.Node,
): Generator<TSESTree.Node, void, undefined> {
  yield node;
  if (isFunction(node)) return;
  for (const key of sourceCode.visitorKeys[node.type] ?? []) {
    const child = node[key as keyof TSESTree.Node] as unknown as TSESTree.Node | (TSESTree.Node | null)[] | null;
    for (const each of Array.isArray(child) ? child : [child]) if (each) yield* ownNodes(sourceCode, each);
  }
}
