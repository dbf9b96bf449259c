import type { TSESTree } from "@typescript-eslint/utils";
import { calleeMatches } from "../ast/names.ts";
import { isPlain } from "../ast/plain.ts";
import { unwrap } from "../ast/transparent.ts";

/** Values that cost nothing to leave unmade: what only reads, and new errors, alone or as a part or a way out. */
export function isHarmless(value: TSESTree.Node): boolean {
  const node = unwrap(value);
  switch (node.type) {
    case "NewExpression":
      return calleeMatches(node, /(?:Error|Exception)$/) && node.arguments.every(isHarmless);
    case "LogicalExpression":
      return isHarmless(node.left) && isHarmless(node.right);
    case "ConditionalExpression":
      return isHarmless(node.test) && isHarmless(node.consequent) && isHarmless(node.alternate);
    case "ObjectExpression":
      return node.properties.every((each) => each.type === "Property" && isPlain(each.key) && isHarmless(each.value));
    default:
      return isPlain(node);
  }
}
