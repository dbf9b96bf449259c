import type { TSESTree } from "@typescript-eslint/utils";
import { outermost } from "./transparent.ts";

/** Is a member given a value: by an assignment, as a part of a pattern, by a loop, or taken away? */
export function isWriteTarget(member: TSESTree.MemberExpression): boolean {
  const node = outermost(member);
  const { parent } = node;
  switch (parent.type) {
    case "AssignmentExpression":
    case "AssignmentPattern":
    case "ForInStatement":
    case "ForOfStatement":
      return parent.left === node;
    case "Property":
      return parent.value === node && parent.parent.type === "ObjectPattern";
    case "UnaryExpression":
      return parent.operator === "delete";
    default:
      return /^(?:ArrayPattern|RestElement|UpdateExpression)$/.test(parent.type);
  }
}
