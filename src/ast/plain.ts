import type { TSESTree } from "@typescript-eslint/utils";
import { unwrap } from "./transparent.ts";

/**
 * Does evaluating an expression do nothing and give the same, a statement earlier or later? Names, literals, and arrays
 * and objects of them. A member does not: it may be a getter.
 */
export function isPlain(expression: TSESTree.Node | null): boolean {
  const node = expression && unwrap(expression);
  switch (node?.type) {
    case undefined:
    case "Identifier":
    case "ThisExpression":
    case "Literal":
      return true;
    case "UnaryExpression":
      return /^(?:!|typeof|void)$/.test(node.operator) && isPlain(node.argument);
    case "ArrayExpression":
      return node.elements.every((element) => isPlain(element));
    case "ObjectExpression":
      return node.properties.every((each) => each.type === "Property" && !each.computed && isPlain(each.value));
    default:
      return false;
  }
}
