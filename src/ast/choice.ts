import type { TSESTree } from "@typescript-eslint/utils";

/** Does an assignment evaluate its right side only on a condition: `this.value ??= await load()`? */
export function isChoice(node: TSESTree.Node): boolean {
  return node.type === "AssignmentExpression" && /^(?:\?\?|\|\||&&)=$/.test(node.operator);
}
