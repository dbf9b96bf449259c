import type { TSESTree } from "@typescript-eslint/utils";

/** The text that an expression is: `"abort"`, `` `abort` ``; `undefined` for any other, also a number. */
export function writtenText(node: TSESTree.Node | undefined): string | undefined {
  if (node?.type === "Literal") return typeof node.value === "string" ? node.value : undefined;
  if (node?.type !== "TemplateLiteral" || node.expressions.length > 0) return undefined;
  return node.quasis[0]?.value.cooked ?? undefined;
}
