import type { TSESTree } from "@typescript-eslint/utils";

/**
 * Does evaluating an expression only read, so that it may as well be done a statement earlier or later? Names,
 * literals, members, operators, templates, and arrays and objects of them: no call, no assignment, no `await`.
 *
 * It does not see: getters and conversions that do something.
 */
export function isPlain(node: TSESTree.Node | null): boolean {
  switch (node?.type) {
    case undefined:
    case "Identifier":
    case "PrivateIdentifier":
    case "ThisExpression":
    case "Literal":
    case "TemplateElement":
      return true;
    case "TSAsExpression":
    case "TSNonNullExpression":
    case "TSSatisfiesExpression":
    case "ChainExpression":
      return isPlain(node.expression);
    case "UnaryExpression":
      return node.operator !== "delete" && isPlain(node.argument);
    case "MemberExpression":
      return isPlain(node.object) && isPlain(node.property);
    case "BinaryExpression":
    case "LogicalExpression":
      return isPlain(node.left) && isPlain(node.right);
    case "ConditionalExpression":
      return isPlain(node.test) && isPlain(node.consequent) && isPlain(node.alternate);
    case "TemplateLiteral":
      return node.expressions.every((each) => isPlain(each));
    case "ArrayExpression":
      return node.elements.every((element) => isPlain(element));
    case "ObjectExpression":
      return node.properties.every((each) => each.type === "Property" && isPlain(each.key) && isPlain(each.value));
    default:
      return false;
  }
}
