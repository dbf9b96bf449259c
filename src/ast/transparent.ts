import type { TSESTree } from "@typescript-eslint/utils";

const wrappers = new Set([
  "TSAsExpression",
  "TSNonNullExpression",
  "TSSatisfiesExpression",
  "TSTypeAssertion",
  "TSInstantiationExpression",
  "ChainExpression",
]);

/** Types, `!` and chain brackets around an expression do not change what it is: the expression inside of them. */
export function unwrap(node: TSESTree.Node): TSESTree.Node {
  while (wrappers.has(node.type)) node = (node as TSESTree.TSAsExpression).expression;
  return node;
}

/** Any node but the program, which alone stands in nothing. */
export type InnerNode = Exclude<TSESTree.Node, TSESTree.Program>;

/** The outermost such wrapper around `node`, an expression or function, whose parent is what really uses the value. */
export function outermost(node: TSESTree.Node): InnerNode {
  while (node.parent && wrappers.has(node.parent.type)) node = node.parent;
  return node as InnerNode;
}
