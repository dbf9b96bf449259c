import type { TSESTree } from "@typescript-eslint/utils";
import { unwrap } from "../../ast/transparent.ts";

/** Is it a list that begins with an element: `[a, b]`, not `[...a]`? */
export function isFilled(list: TSESTree.Node): boolean {
  const node = unwrap(list);
  const [first] = node.type === "ArrayExpression" ? node.elements : [];
  return !!first && first.type !== "SpreadElement";
}
